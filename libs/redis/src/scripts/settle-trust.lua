--[[
  The person was asked whether to trust this browser. HSET alone would bring an ended login back to life, without an end.

  KEYS[1]  login         hash

  Returns  1 settled  0 no such login
]]
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'trustSettled', 1)
return 1
