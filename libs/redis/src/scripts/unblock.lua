--[[
  An administrator gives an account a whole new budget (care-rules.ts). Its call, if there is one, goes on.

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash  spent blockedUntil
  ARGV[1]  now           ms
  ARGV[2]  channel       tells the pages that wait

  Returns  spent, blockedUntil   as they were
]]
local challengeKey, budgetKey, now, channel = KEYS[1], KEYS[2], tonumber(ARGV[1]), ARGV[2]
--@include forget-budget
return forgotten
