--[[
  One try is given back: nobody looked at its password. A wait that began with it stands, for the next try may have begun its own.

  KEYS[1]  attempts      hash  failures nextAt blockedUntil
  ARGV[1]  now           ms
  ARGV[2]  total         failures until the block

  Returns  1 given back   0 there is nothing to give back
]]
local found = redis.call('HMGET', KEYS[1], 'failures', 'blockedUntil')
local failures, blockedUntil = tonumber(found[1] or '0'), tonumber(found[2] or '0')
if failures <= 0 then return 0 end
-- A block that is over takes its failures along when somebody tries next.
if blockedUntil > 0 and blockedUntil <= tonumber(ARGV[1]) then return 0 end

if redis.call('HINCRBY', KEYS[1], 'failures', -1) < tonumber(ARGV[2]) then redis.call('HDEL', KEYS[1], 'blockedUntil') end
return 1
