--[[
  Something happens in a session of blitz-console: it lives on, unless one of its two times is over.

  KEYS[1]  session       hash  sub enteredBy openedAt endsAt freshUntil seenAt
  ARGV[1]  now           ms
  ARGV[2]  idleMs

  Returns  sub, enteredBy, openedAt, endsAt, freshUntil; nothing when there is no session or it has just ended
]]
local now, idleMs = tonumber(ARGV[1]), tonumber(ARGV[2])
local found = redis.call('HMGET', KEYS[1], 'sub', 'enteredBy', 'openedAt', 'endsAt', 'freshUntil', 'seenAt')
if not found[1] then return {} end
local endsAt, seenAt = tonumber(found[4]), tonumber(found[6])
if now >= endsAt or now >= seenAt + idleMs then
  redis.call('DEL', KEYS[1])
  return {}
end
redis.call('HSET', KEYS[1], 'seenAt', math.max(now, seenAt))
redis.call('PEXPIRE', KEYS[1], math.min(idleMs, endsAt - now))
table.remove(found)
return found
