--[[
  What the provider said about an entry that was paid for (check-rules.ts). The first word counts; whoever comes later is told it.

  KEYS[1]  challenge     hash
  KEYS[2]  budget        hash
  KEYS[3]  login         hash  exists only after the first factor
  KEYS[4]  renewed       the login under its name after a right entry
  KEYS[5]  handOver      hash  left by a right entry under the old name
  KEYS[6]  verdict       string  what was concluded, for whoever waits for it
  ARGV[1]  login         who asks
  ARGV[2]  id            the challenge that the browser was asked with
  ARGV[3]  entry         the entry's own name
  ARGV[4]  answer        right wrong unanswered
  ARGV[5]  now           ms
  ARGV[6]  total         calls and entries that the budget holds
  ARGV[7]  blockMs
  ARGV[8]  channel
  ARGV[9]  keepMs        how long the verdict is kept
  ARGV[10] renewed       the new name itself
  ARGV[11] handOverMs

  Returns  first, verdict
           first    1 concluded just now  0 before
           verdict  JSON  reply (as of enter.lua, and -9 not confirmed), total
]]
local known = redis.call('GET', KEYS[6])
if known then return { 0, known } end
local challengeKey, budgetKey, loginKey, renewedKey, handOverKey = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local login, id, now, total, blockMs, channel = ARGV[1], ARGV[2], tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8]
local renewed, handOverMs = ARGV[10], ARGV[11]

local function conclude()
  if redis.call('EXISTS', loginKey) == 0 then return { -2, 0, 0, 0, '' } end
  --@include entry-refusal
  --@include entry-ends
  local triesLeft = tonumber(found[5])
  local open, paid = openEntries(found[7], ARGV[3])
  if not paid then return { -9, triesLeft, spent, 0, '' } end
  if ARGV[4] == 'right' then return confirm() end
  local verdict = ARGV[4] == 'wrong' and 0 or -9
  if #open == 0 and spent >= total then return { verdict, 0, spent, block(), '' } end
  if #open == 0 and triesLeft <= 0 then
    close('burned')
    return { verdict, 0, spent, 0, '' }
  end
  if #open == 0 then redis.call('HDEL', challengeKey, 'asked') else redis.call('HSET', challengeKey, 'asked', table.concat(open, ' ')) end
  return { verdict, triesLeft, spent, 0, '' }
end

local verdict = cjson.encode({ reply = conclude(), total = total })
redis.call('SET', KEYS[6], verdict, 'PX', ARGV[9])
redis.call('PUBLISH', channel, id)
return { 1, verdict }
