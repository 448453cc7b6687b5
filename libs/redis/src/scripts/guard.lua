--[[
  One press before the budget: counted in every dimension that counts, or in none (security row 17, 28).

  KEYS[1..6]   buckets    zset    press → ms: number prefix country address application total
  KEYS[7..12]  fired      string  until when a refusal of that bucket was told
  KEYS[13]     placed     zset    call → ms, of the number's prefix
  KEYS[14]     completed  zset    call → ms at which it was placed
  KEYS[15]     quiet      string  until when the prefix is not called
  ARGV[1]      id         names the press; counted already, it is admitted again
  ARGV[2]      now        ms
  ARGV[3]      claims     1 counts; 0 only looks and changes nothing
  ARGV[4..15]  most, windowMs of each bucket in that order; most 0: not counted
  ARGV[16]     calls      in the hour that quiet takes; 0: never quiet
  ARGV[17]     percent    quiet when fewer of a hundred were completed
  ARGV[18]     quietMs
  ARGV[19]     openMs     a younger call may still be completed
  ARGV[20]     judgedMs   an older call is not judged

  Returns  by, until, flag
           by  0 admitted; flag 1: counted now   1..6 bucket   7 quiet   flag 1: the first refusal of this window
]]
local id, now, claims = ARGV[1], tonumber(ARGV[2]), ARGV[3] == '1'
local calls, quietMs = tonumber(ARGV[16]), tonumber(ARGV[18])

if calls > 0 then
  local ends = tonumber(redis.call('GET', KEYS[15]) or '0')
  if ends > now then return { 7, ends, 0 } end
  local from, to = '(' .. (now - tonumber(ARGV[20])), now - tonumber(ARGV[19])
  local placed = redis.call('ZCOUNT', KEYS[13], from, to)
  if placed >= calls and redis.call('ZCOUNT', KEYS[14], from, to) * 100 < placed * tonumber(ARGV[17]) then
    if claims then
      redis.call('SET', KEYS[15], now + quietMs, 'PX', quietMs)
      redis.call('DEL', KEYS[13], KEYS[14])
    end
    return { 7, now + quietMs, claims and 1 or 0 }
  end
end

local by, ends, counts = 0, 0, {}
for i = 1, 6 do
  local most, window = tonumber(ARGV[2 + 2 * i]), tonumber(ARGV[3 + 2 * i])
  if most > 0 and tonumber(redis.call('ZSCORE', KEYS[i], id) or '0') <= now - window then
    counts[#counts + 1] = i
    -- The one that makes room: when it leaves the window, fewer than `most` are inside.
    local leaving = tonumber(redis.call('ZRANGE', KEYS[i], -most, -most, 'WITHSCORES')[2] or '0') + window
    if leaving > now and leaving > ends then by, ends = i, leaving end
  end
end

if by > 0 then
  local window = tonumber(ARGV[3 + 2 * by])
  local told = tonumber(redis.call('GET', KEYS[6 + by]) or '0') > now
  if claims and not told then redis.call('SET', KEYS[6 + by], now + window, 'PX', window) end
  return { by, ends, (claims and not told) and 1 or 0 }
end

if not claims then return { 0, 0, 0 } end
for _, i in ipairs(counts) do
  local window = tonumber(ARGV[3 + 2 * i])
  redis.call('ZREMRANGEBYSCORE', KEYS[i], 0, now - window)
  redis.call('ZADD', KEYS[i], now, id)
  redis.call('PEXPIRE', KEYS[i], window)
end
return { 0, 0, #counts > 0 and 1 or 0 }
