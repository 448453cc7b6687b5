--[[
  A session ends, whoever is using it: no later word brings it back.

  KEYS[1]  uid           string  the key that the session is kept under, or `ended`
  ARGV[1]  keepMs        how long it is known as ended

  Returns  the key that it was kept under; empty when there was none
]]
local key = redis.call('GET', KEYS[1])
redis.call('SET', KEYS[1], 'ended', 'PX', ARGV[1])
return (key and key ~= 'ended') and key or ''
