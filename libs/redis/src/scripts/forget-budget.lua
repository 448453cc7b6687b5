-- include: takes a budget away with all that was spent of it (R8). Wants: challengeKey, budgetKey, now, channel. Leaves: forgotten.
local budget = redis.call('HMGET', budgetKey, 'spent', 'blockedUntil')
local forgotten = { tonumber(budget[1] or '0'), tonumber(budget[2] or '0') }
if forgotten[2] > 0 and forgotten[2] <= now then forgotten = { 0, 0 } end -- that block was over
redis.call('DEL', budgetKey)
redis.call('PUBLISH', channel, redis.call('HGET', challengeKey, 'id') or '')
