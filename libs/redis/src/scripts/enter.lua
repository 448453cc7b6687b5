--[[
  One entry: pay for it, look at it, use the code up if it is right (R5 R7 R8 R9 R11 R12). Where only the provider knows the code,
  pay for it and say that it has to be asked (conclude.lua).

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash
  KEYS[3]  login         hash  exists only after the first factor
  KEYS[4]  renewed       the login under its name after a right entry
  KEYS[5]  handOver      hash  left by a right entry under the old name
  ARGV[1]  login         who asks
  ARGV[2]  id            the challenge that the browser was asked with
  ARGV[3]  digest        HMAC of what was typed
  ARGV[4]  now           ms
  ARGV[5]  total         calls and entries that the budget holds
  ARGV[6]  blockMs
  ARGV[7]  channel
  ARGV[8]  entry         the entry's own name
  ARGV[9]  until         ms; a verdict of the provider that comes later is lost
  ARGV[10] renewed       the new name itself
  ARGV[11] handOverMs

  Returns  verdict, triesLeft, spent, blockedUntil, because, route, placedAt, canHangUp
           verdict  1 right  0 wrong  -1 blocked  -2 unknown  -3 superseded  -4 used  -5 not placed  -6 closed
                    -7 blocked from now on  -8 in check  2 asking
           route    and what follows it: of a right entry only
]]
local challengeKey, budgetKey, loginKey, renewedKey, handOverKey = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local login, id, now, total, blockMs, channel = ARGV[1], ARGV[2], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local renewed, handOverMs = ARGV[10], ARGV[11]
if redis.call('EXISTS', loginKey) == 0 then return { -2, 0, 0, 0, '' } end
--@include entry-refusal
--@include entry-ends
local late, triesLeft = now >= tonumber(found[6]), tonumber(found[5])
if late or spent >= total or triesLeft <= 0 then
  -- Nothing more is paid for; but what is paid for already is not taken away.
  if #openEntries(found[7]) > 0 then return { -8, triesLeft, spent, 0, '' } end
  if late or spent < total then
    local because = late and 'expired' or 'burned'
    close(because)
    return { -6, 0, spent, 0, because }
  end
  return { -7, 0, spent, block(), '' } -- the administrator made the budget smaller meanwhile
end

triesLeft = redis.call('HINCRBY', challengeKey, 'triesLeft', -1)
spent = redis.call('HINCRBY', budgetKey, 'spent', 1)
if found[8] == 'provider' then
  local open = openEntries(found[7])
  open[#open + 1] = ARGV[8] .. ':' .. ARGV[9]
  redis.call('HSET', challengeKey, 'asked', table.concat(open, ' '))
  redis.call('PUBLISH', channel, id)
  return { 2, triesLeft, spent, 0, '' }
end
if found[9] == ARGV[3] then return confirm() end
if spent >= total then return { 0, 0, spent, block(), '' } end
if triesLeft <= 0 then close('burned') else redis.call('PUBLISH', channel, id) end -- another tab shows the tries that are left
return { 0, math.max(triesLeft, 0), spent, 0, '' }
