--[[
  Counts one test call in each of its windows, then looks.

  KEYS[1]  author     who asks
  KEYS[2]  number     a tag of the phone that would ring
  KEYS[3]  all
  ARGV[1]  windowMs
  ARGV[2]  author     so many in a window
  ARGV[3]  number
  ARGV[4]  all

  Returns  how long until the fullest of them is empty again, ms; 0 when the call may be made
]]
local wait = 0
for at, key in ipairs(KEYS) do
  local count = redis.call('INCR', key)
  if count == 1 then redis.call('PEXPIRE', key, ARGV[1]) end
  if count > tonumber(ARGV[at + 1]) then wait = math.max(wait, redis.call('PTTL', key), 1) end
end
return wait
