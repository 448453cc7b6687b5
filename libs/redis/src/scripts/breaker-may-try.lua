--[[
  Whether a provider is asked now: always while it works; once when its rest is over; else not.

  KEYS[1]  breaker    hash  failures restsUntil trialUntil rests
  ARGV[1]  now        ms
  ARGV[2]  trialMs    a trial that says nothing for so long is lost

  Returns  1 as ever  2 as the trial  0 is left alone
]]
local found = redis.call('HMGET', KEYS[1], 'restsUntil', 'trialUntil')
if not found[1] then return 1 end
local now = tonumber(ARGV[1])
if tonumber(found[1]) > now or tonumber(found[2] or '0') > now then return 0 end
redis.call('HSET', KEYS[1], 'trialUntil', now + tonumber(ARGV[2]))
return 2
