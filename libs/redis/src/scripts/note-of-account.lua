--[[
  Something of an account's, so that it is found by the account; what is over is forgotten.

  KEYS[1]  things        sorted set   by when they are over, ms
  ARGV[1]  name
  ARGV[2]  until         ms
  ARGV[3]  now           ms

  Returns  1
]]
local over, now = tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], over, ARGV[1])
if redis.call('PTTL', KEYS[1]) < over - now then redis.call('PEXPIRE', KEYS[1], math.max(1, over - now)) end
return 1
