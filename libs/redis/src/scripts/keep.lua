--[[
  Something that oidc-provider wants remembered, with its end: never the one without the other, and not what an administrator ended.

  KEYS[1]  thing         hash  payload [consumed] [ended] [address userAgent usedAt]
  ARGV[1]  payload       JSON
  ARGV[2]  ttlMs

  Returns  1 kept  0 it was ended
]]
if redis.call('HEXISTS', KEYS[1], 'ended') == 1 then return 0 end
redis.call('HSET', KEYS[1], 'payload', ARGV[1])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
