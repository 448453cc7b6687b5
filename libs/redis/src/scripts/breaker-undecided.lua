--[[
  A trial said nothing of the provider: the next call is the trial.

  KEYS[1]  breaker    hash  failures restsUntil trialUntil rests
]]
if redis.call('HEXISTS', KEYS[1], 'restsUntil') == 1 then redis.call('HSET', KEYS[1], 'trialUntil', 0) end
