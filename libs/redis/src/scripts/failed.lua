--[[
  No code came of this call; paid back only if it surely was not made (R13).

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash
  ARGV[1]  id
  ARGV[2]  because
  ARGV[3]  surelyNoCall  1 or 0
  ARGV[4]  channel

  Returns  1 failed  0 it was over already
]]
local challengeKey, budgetKey = KEYS[1], KEYS[2]
local now, queueMs, diallingMs = 0, 0, 0
--@include settle
local found = redis.call('HMGET', challengeKey, 'id', 'state')
if found[1] ~= ARGV[1] or (found[2] ~= 'dialling' and found[2] ~= 'queued') then return 0 end
close(ARGV[2])
if ARGV[3] == '1' then payBack() end
redis.call('PUBLISH', ARGV[4], ARGV[1])
return 1
