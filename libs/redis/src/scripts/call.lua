--[[
  One press: pay for a call and open its challenge, or say why not (R1 R2 R3 R8 R9 R10 R11 R13 R16).

  KEYS[1]  challenge     hash  id login state since presses nextCallAt address locale; see placed.lua
  KEYS[2]  budget        hash  spent blockedUntil
  KEYS[3]  login         hash  exists only after the first factor
  ARGV[1]  login         who asks
  ARGV[2]  id            name of the challenge to open
  ARGV[3]  press         which press this is; must follow the last one
  ARGV[4]  now           ms
  ARGV[5]  total         calls and entries that the budget holds
  ARGV[6]  blockMs
  ARGV[7]  delayMs       between two calls
  ARGV[8]  queueMs       a job that nobody took by then is dropped
  ARGV[9]  diallingMs    a dialler silent for longer is taken for dead
  ARGV[10] keepMs        after this the challenge is forgotten
  ARGV[11] channel       tells the pages that wait
  ARGV[12] address       of whoever pressed, for the provider
  ARGV[13] locale

  Returns  verdict, until, spent
           verdict  1 called  0 repeated  -1 waiting  -2 blocked  -3 unknown  -4 blocked from now on
]]
local challengeKey, budgetKey = KEYS[1], KEYS[2]
local now, queueMs, diallingMs = tonumber(ARGV[4]), tonumber(ARGV[8]), tonumber(ARGV[9])
--@include settle
if redis.call('EXISTS', KEYS[3]) == 0 then return { -3, 0, 0 } end

local found = redis.call('HMGET', challengeKey, 'state', 'since', 'presses', 'nextCallAt')
local since, presses = tonumber(found[2] or '0'), tonumber(found[3] or '0')
local state = giveUp(found[1], since)
local budget = redis.call('HMGET', budgetKey, 'spent', 'blockedUntil')
local spent, blockedUntil = tonumber(budget[1] or '0'), tonumber(budget[2] or '0')

if blockedUntil > now then return { -2, blockedUntil, spent } end
if blockedUntil > 0 then
  redis.call('DEL', budgetKey)
  spent = 0
end
if tonumber(ARGV[3]) ~= presses + 1 then return { 0, 0, spent } end

local wait = tonumber(found[4] or '0')
if state == 'queued' then wait = math.max(wait, since + queueMs + 1) end
if state == 'dialling' then wait = math.max(wait, since + diallingMs + 1) end
if wait > now then return { -1, wait, spent } end

if spent + 2 > tonumber(ARGV[5]) then
  local ends = now + tonumber(ARGV[6])
  redis.call('HSET', budgetKey, 'blockedUntil', ends)
  if state == 'awaiting' then close('burned') end
  redis.call('PUBLISH', ARGV[11], ARGV[2])
  return { -4, ends, spent }
end

spent = redis.call('HINCRBY', budgetKey, 'spent', 1)
redis.call('DEL', challengeKey) -- nothing of an older call may stay, whichever version wrote it
redis.call('HSET', challengeKey, 'id', ARGV[2], 'login', ARGV[1], 'state', 'queued', 'since', now,
  'presses', presses + 1, 'nextCallAt', now + tonumber(ARGV[7]), 'address', ARGV[12], 'locale', ARGV[13])
redis.call('PEXPIRE', challengeKey, ARGV[10])
redis.call('PUBLISH', ARGV[11], ARGV[2])
return { 1, 0, spent }
