--[[
  A provider failed: the last of so many failures in a row, or a failed trial, sends it to rest.

  KEYS[1]  breaker    hash  failures restsUntil trialUntil rests
  ARGV[1]  now        ms
  ARGV[2]  failures   in a row until it rests
  ARGV[3]  firstMs    first rest, doubled each time
  ARGV[4]  longestMs
  ARGV[5]  keepMs     after this without a failure all is forgotten

  Returns  until when it rests, if the rest begins with this failure; else 0
]]
local now = tonumber(ARGV[1])
local failures = redis.call('HINCRBY', KEYS[1], 'failures', 1)
local restsUntil = tonumber(redis.call('HGET', KEYS[1], 'restsUntil') or '0')
redis.call('PEXPIRE', KEYS[1], ARGV[5])
-- Calls that were in the air when the rest began make it no longer.
if restsUntil > now then return 0 end
if restsUntil == 0 and failures < tonumber(ARGV[2]) then return 0 end
local rests = redis.call('HINCRBY', KEYS[1], 'rests', 1)
local rest = math.min(tonumber(ARGV[3]) * 2 ^ (rests - 1), tonumber(ARGV[4]))
redis.call('HSET', KEYS[1], 'restsUntil', string.format('%.0f', now + rest), 'trialUntil', 0)
return now + rest
