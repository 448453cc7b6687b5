--[[
  Counts one test call in each of its windows, or, when one of them is full, in none: whoever is refused takes nobody else's place.

  KEYS[n]    window     of whoever asks; and, for calls, of the phone that would ring, and of all together
  ARGV[1]    windowMs
  ARGV[n+1]  most       so many in the n-th window

  Returns  how long until the fullest of them is empty again, ms; 0 when the call may be made
]]
local wait = 0
for at, key in ipairs(KEYS) do
  local full = tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[at + 1])
  if full then wait = math.max(wait, redis.call('PTTL', key), 1) end
end
if wait > 0 then return wait end
for _, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then redis.call('PEXPIRE', key, ARGV[1]) end
end
return 0
