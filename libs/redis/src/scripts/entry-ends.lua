-- include: how an entry can end (entry-rules.ts, check-rules.ts). Wants: challengeKey, budgetKey, loginKey, renewedKey,
-- handOverKey, login, id, now, blockMs, channel, renewed, handOverMs.
--@include call-fields
local function close(because)
  redis.call('HDEL', challengeKey, unpack(callFields))
  redis.call('HSET', challengeKey, 'state', 'closed', 'because', because)
  redis.call('PUBLISH', channel, id)
end

local function block()
  local ends = now + blockMs
  redis.call('HSET', budgetKey, 'blockedUntil', ends)
  close('burned')
  return ends
end

-- Who made the call stays known: the phone may still ring.
local function confirm()
  redis.call('HDEL', challengeKey, 'ring', 'verifiedBy', 'digest', 'triesLeft', 'expiresAt', 'asked')
  redis.call('HSET', challengeKey, 'state', 'confirmed')
  redis.call('PUBLISH', channel, id)
  redis.call('DEL', budgetKey)
  redis.call('HSET', loginKey, 'flashCall', now, 'challenge', id, 'renewedFrom', login) -- which call proved it
  redis.call('RENAME', loginKey, renewedKey)
  -- Only this entry's answer tells the new name, and it may be lost.
  redis.call('HSET', handOverKey, 'renewed', renewed, 'challenge', id, 'at', now)
  redis.call('PEXPIRE', handOverKey, handOverMs)
  local made = redis.call('HMGET', challengeKey, 'route', 'placedAt', 'canHangUp')
  return { 1, 0, 0, 0, '', made[1] or '', made[2] or '', made[3] or '' }
end

-- The entries that the provider is asked about and that may still turn out right, as `entry:until entry:until`, without `but`.
local function openEntries(asked, but)
  local open, known = {}, false
  for entry, ends in string.gmatch(asked or '', '(%S+):(%d+)') do
    if tonumber(ends) > now then
      if entry == but then known = true else open[#open + 1] = entry .. ':' .. ends end
    end
  end
  return open, known
end
