--[[
  A provider made a call: its failures are forgotten, and its rest is over.

  KEYS[1]  breaker    hash  failures restsUntil trialUntil rests

  Returns  1 it had been left alone  0 it had not
]]
local rested = redis.call('HEXISTS', KEYS[1], 'restsUntil')
redis.call('DEL', KEYS[1])
return rested
