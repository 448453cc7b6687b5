--[[
  A grant ends, whoever is using it: no later word brings it back, and no token of it is good any more.

  KEYS[1]  grant         hash  payload, or ended
  ARGV[1]  keepMs        how long it is known as ended

  Returns  1
]]
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'ended', 1)
return redis.call('PEXPIRE', KEYS[1], ARGV[1])
