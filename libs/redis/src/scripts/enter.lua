--[[
  One entry: pay for it, look at it, use the code up if it is right (R5 R7 R8 R9 R11 R12).

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash
  KEYS[3]  login         hash  exists only after the first factor
  KEYS[4]  renewed       the login's name after a right entry
  ARGV[1]  login         who asks
  ARGV[2]  id            the challenge that the browser was asked with
  ARGV[3]  digest        HMAC of what was typed
  ARGV[4]  now           ms
  ARGV[5]  total         calls and entries that the budget holds
  ARGV[6]  blockMs
  ARGV[7]  channel

  Returns  verdict, triesLeft, spent, blockedUntil, because, route, placedAt, canHangUp
           verdict  1 right  0 wrong  -1 blocked  -2 unknown  -3 superseded  -4 used  -5 not placed  -6 closed
                    -7 blocked from now on
           route    and what follows it: of a right entry only
]]
if redis.call('EXISTS', KEYS[3]) == 0 then return { -2, 0, 0, 0, '' } end
local now = tonumber(ARGV[4])
local budget = redis.call('HMGET', KEYS[2], 'spent', 'blockedUntil')
local spent, blockedUntil = tonumber(budget[1] or '0'), tonumber(budget[2] or '0')
if blockedUntil > now then return { -1, 0, spent, blockedUntil, '' } end
if blockedUntil > 0 then
  redis.call('DEL', KEYS[2])
  spent = 0
end

local found = redis.call('HMGET', KEYS[1], 'login', 'id', 'state', 'digest', 'triesLeft', 'expiresAt', 'because', 'route', 'placedAt', 'canHangUp')
if found[1] ~= ARGV[1] then return { -2, 0, spent, 0, '' } end
if found[2] ~= ARGV[2] then return { -3, 0, spent, 0, '' } end
if found[3] == 'confirmed' then return { -4, 0, spent, 0, '' } end
if found[3] == 'closed' then return { -6, 0, spent, 0, found[7] } end
if found[3] ~= 'awaiting' then return { -5, 0, spent, 0, '' } end

local function close(because)
  redis.call('HDEL', KEYS[1], 'ring', 'digest', 'triesLeft', 'expiresAt', 'procedure', 'memo', 'canHangUp', 'route', 'placedAt')
  redis.call('HSET', KEYS[1], 'state', 'closed', 'because', because)
  redis.call('PUBLISH', ARGV[7], ARGV[2])
end
if now >= tonumber(found[6]) then
  close('expired')
  return { -6, 0, spent, 0, 'expired' }
end
if spent >= tonumber(ARGV[5]) then -- the administrator made the budget smaller meanwhile
  local ends = now + tonumber(ARGV[6])
  redis.call('HSET', KEYS[2], 'blockedUntil', ends)
  close('burned')
  return { -7, 0, spent, ends, '' }
end

local triesLeft = redis.call('HINCRBY', KEYS[1], 'triesLeft', -1)
spent = redis.call('HINCRBY', KEYS[2], 'spent', 1)
if found[4] == ARGV[3] then
  redis.call('HDEL', KEYS[1], 'ring', 'digest', 'triesLeft', 'expiresAt') -- who made the call stays: it may still ring
  redis.call('HSET', KEYS[1], 'state', 'confirmed')
  redis.call('PUBLISH', ARGV[7], ARGV[2])
  redis.call('DEL', KEYS[2])
  redis.call('HSET', KEYS[3], 'flashCall', now, 'challenge', ARGV[2]) -- which call proved it
  redis.call('RENAME', KEYS[3], KEYS[4])
  return { 1, 0, 0, 0, '', found[8] or '', found[9] or '', found[10] or '' }
end
local ends = 0
if spent >= tonumber(ARGV[5]) then
  ends = now + tonumber(ARGV[6])
  redis.call('HSET', KEYS[2], 'blockedUntil', ends)
end
if triesLeft <= 0 or ends > 0 then
  triesLeft = 0
  close('burned')
else
  redis.call('PUBLISH', ARGV[7], ARGV[2]) -- another tab shows the tries that are left
end
return { 0, triesLeft, spent, ends, '' }
