--[[
  The right to dial, given once (R3); a job that waited too long is dropped and paid back (R17).

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash
  ARGV[1]  id
  ARGV[2]  now           ms
  ARGV[3]  queueMs
  ARGV[4]  diallingMs
  ARGV[5]  channel

  Returns  verdict, login, address, locale
           verdict  1 claimed  0 late  -1 taken  -2 gone
           login    who asked for the call; address and locale: where from, told to nobody but whoever dials
]]
local challengeKey, budgetKey = KEYS[1], KEYS[2]
local now, queueMs, diallingMs = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
--@include settle
local found = redis.call('HMGET', challengeKey, 'id', 'state', 'since', 'login', 'address', 'locale')
if found[1] ~= ARGV[1] then return { -2, '' } end
if found[2] == 'dialling' then return { -1, found[4] } end
if found[2] ~= 'queued' then return { -2, '' } end
if giveUp('queued', tonumber(found[3])) == 'closed' then
  redis.call('PUBLISH', ARGV[5], ARGV[1])
  return { 0, found[4] }
end
redis.call('HSET', challengeKey, 'state', 'dialling', 'since', now)
redis.call('HDEL', challengeKey, 'address', 'locale')
redis.call('PUBLISH', ARGV[5], ARGV[1])
return { 1, found[4], found[5] or '', found[6] or '' }
