--[[
  One try at a password, counted before it is looked at.

  KEYS[1]  attempts      hash  failures nextAt blockedUntil
  ARGV[1]  now           ms
  ARGV[2]  total         failures until the block
  ARGV[3]  blockMs
  ARGV[4]  freeTries     failures that cost no waiting
  ARGV[5]  delayMs       doubled with each further failure
  ARGV[6]  longestMs     of all delays
  ARGV[7]  keepMs        failures older than this are forgotten

  Returns  verdict, until   1 look at it   0 wait   -1 blocked
]]
local now = tonumber(ARGV[1])
local found = redis.call('HMGET', KEYS[1], 'failures', 'nextAt', 'blockedUntil')
local failures, nextAt, blockedUntil = tonumber(found[1] or '0'), tonumber(found[2] or '0'), tonumber(found[3] or '0')
if blockedUntil > now then return { -1, blockedUntil } end
if blockedUntil > 0 then
  redis.call('DEL', KEYS[1])
  failures, nextAt = 0, 0
end
if nextAt > now then return { 0, nextAt } end

failures = failures + 1
local over = failures - tonumber(ARGV[4])
local delay = over > 0 and math.min(tonumber(ARGV[5]) * 2 ^ (over - 1), tonumber(ARGV[6])) or 0
redis.call('HSET', KEYS[1], 'failures', failures, 'nextAt', now + delay)
if failures >= tonumber(ARGV[2]) then redis.call('HSET', KEYS[1], 'blockedUntil', now + tonumber(ARGV[3])) end
redis.call('PEXPIRE', KEYS[1], ARGV[7])
return { 1, 0 }
