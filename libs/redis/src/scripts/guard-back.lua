--[[
  No call came of a press: it is counted nowhere any more.

  KEYS[1..6]  buckets  zset  press → ms: number prefix country address application total
  ARGV[1]     id       names the press

  Returns  how many buckets held it
]]
local held = 0
for _, key in ipairs(KEYS) do held = held + redis.call('ZREM', key, ARGV[1]) end
return held
