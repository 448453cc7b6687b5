-- include: why an entry is of no use, whatever it is (entry-rules.ts, refusalOf). Wants: challengeKey, budgetKey, login, id, now.
-- Leaves: spent, found.
local budget = redis.call('HMGET', budgetKey, 'spent', 'blockedUntil')
local spent, blockedUntil = tonumber(budget[1] or '0'), tonumber(budget[2] or '0')
if blockedUntil > now then return { -1, 0, spent, blockedUntil, '' } end
if blockedUntil > 0 then
  redis.call('DEL', budgetKey)
  spent = 0
end

local found = redis.call('HMGET', challengeKey, 'login', 'id', 'state', 'because', 'triesLeft', 'expiresAt', 'asked', 'verifiedBy', 'digest')
if found[1] ~= login then return { -2, 0, spent, 0, '' } end
if found[2] ~= id then return { -3, 0, spent, 0, '' } end
if found[3] == 'confirmed' then return { -4, 0, spent, 0, '' } end
if found[3] == 'closed' then return { -6, 0, spent, 0, found[4] } end
if found[3] ~= 'awaiting' then return { -5, 0, spent, 0, '' } end
