--[[
  The phone was rung: from now on the code counts (R4 R5).

  KEYS[1]  challenge     hash
  ARGV[1]  id
  ARGV[2]  digest        HMAC of the code; empty where only the provider knows it
  ARGV[3]  tries         wrong entries that burn it
  ARGV[4]  expiresAt     ms
  ARGV[5]  channel
  ARGV[6]  procedure     who made the call
  ARGV[7]  memo          what it wants to know of the call later; sealed
  ARGV[8]  canHangUp     1 or 0
  ARGV[9]  route         JSON: what the call is counted by
  ARGV[10] now           ms
  ARGV[11] verifiedBy    digest or provider

  Returns  1 placed  0 nobody waits for this call any more
]]
local found = redis.call('HMGET', KEYS[1], 'id', 'state')
if found[1] ~= ARGV[1] or found[2] ~= 'dialling' then return 0 end
redis.call('HSET', KEYS[1], 'state', 'awaiting', 'verifiedBy', ARGV[11], 'triesLeft', ARGV[3], 'expiresAt', ARGV[4],
  'procedure', ARGV[6], 'memo', ARGV[7], 'canHangUp', ARGV[8], 'route', ARGV[9], 'placedAt', ARGV[10])
if ARGV[11] == 'digest' then redis.call('HSET', KEYS[1], 'digest', ARGV[2]) end
redis.call('PUBLISH', ARGV[5], ARGV[1])
return 1
