--[[
  A token joins those that end with their grant. A grant is findable as long as its longest-lived token: its end is only ever
  put off.

  KEYS[1]  grant         set   keys of tokens
  ARGV[1]  token         key
  ARGV[2]  ttlMs

  Returns  1
]]
redis.call('SADD', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 1
