--[[
  Something that oidc-provider wants remembered, with its end: never the one without the other.

  KEYS[1]  thing         hash  payload [consumed]
  ARGV[1]  payload       JSON
  ARGV[2]  ttlMs

  Returns  1
]]
redis.call('HSET', KEYS[1], 'payload', ARGV[1])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
