-- include: how a budget stands by now. Wants: KEYS[1], ARGV[1]. Leaves: standing.
local now = tonumber(ARGV[1])
local found = redis.call('HMGET', KEYS[1], 'failures', 'nextAt', 'blockedUntil')
local standing = { tonumber(found[1] or '0'), tonumber(found[2] or '0'), tonumber(found[3] or '0') }
if standing[3] > 0 and standing[3] <= now then standing = { 0, 0, 0 } end
if standing[2] <= now then standing[2] = 0 end
