-- include: what time alone changes (call-rules.ts, settle and lift). Wants: challengeKey, budgetKey, now, queueMs, diallingMs.
--@include call-fields
local function payBack()
  if tonumber(redis.call('HGET', budgetKey, 'spent') or '0') > 0 then redis.call('HINCRBY', budgetKey, 'spent', -1) end
end

local function close(because)
  redis.call('HDEL', challengeKey, unpack(callFields))
  redis.call('HSET', challengeKey, 'state', 'closed', 'because', because)
end

local function giveUp(state, since)
  if state == 'queued' and now - since > queueMs then
    close('late')
    payBack()
    return 'closed'
  end
  if state == 'dialling' and now - since > diallingMs then
    close('interrupted')
    return 'closed'
  end
  return state
end
