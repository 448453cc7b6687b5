--[[
  The person was asked whether to trust this browser. Looked at before it is written: HSET alone would bring an ended login back
  to life, without an end.

  KEYS[1]  login         hash  trustSettled

  Returns  1 settled just now  0 settled before, or no such login
]]
if redis.call('HGET', KEYS[1], 'trustSettled') ~= '0' then return 0 end
redis.call('HSET', KEYS[1], 'trustSettled', 1)
return 1
