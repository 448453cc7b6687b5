--[[
  Under which key a session is kept from now on, unless it was ended meanwhile.

  KEYS[1]  uid           string  the key, or `ended`
  ARGV[1]  key
  ARGV[2]  ttlMs

  Returns  1 kept  0 it was ended
]]
if redis.call('GET', KEYS[1]) == 'ended' then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
