--[[
  A session that was used, with its end and where it was used last.

  KEYS[1]  session       hash  payload address userAgent usedAt
  ARGV[1]  payload       JSON
  ARGV[2]  ttlMs
  ARGV[3]  address
  ARGV[4]  userAgent
  ARGV[5]  usedAt        ms

  Returns  1
]]
redis.call('HSET', KEYS[1], 'payload', ARGV[1], 'address', ARGV[3], 'userAgent', ARGV[4], 'usedAt', ARGV[5])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
