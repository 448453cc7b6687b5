--[[
  An administrator has an account begin anew: besides the budget its live call is forgotten (care-rules.ts). The presses stay
  counted (R3), and so does the wait (R16).

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash  spent blockedUntil
  ARGV[1]  now           ms
  ARGV[2]  channel       tells the pages that wait

  Returns  spent, blockedUntil   as they were
]]
local challengeKey, budgetKey, now, channel = KEYS[1], KEYS[2], tonumber(ARGV[1]), ARGV[2]
--@include call-fields
local state = redis.call('HGET', challengeKey, 'state')
if state == 'queued' or state == 'dialling' or state == 'awaiting' then
  redis.call('HDEL', challengeKey, unpack(callFields))
  redis.call('HSET', challengeKey, 'state', 'closed', 'because', 'reset')
end
--@include forget-budget
return forgotten
