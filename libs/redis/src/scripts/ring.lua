--[[
  What the phone does, as the provider tells: for the page that waits (ring-rules.ts).

  KEYS[1]  challenge     hash
  ARGV[1]  id
  ARGV[2]  ring          ringing busy answered unreachable
  ARGV[3]  channel

  Returns  verdict, login
           verdict  1 moved  0 ignored
]]
local found = redis.call('HMGET', KEYS[1], 'id', 'state', 'ring', 'login')
if found[1] ~= ARGV[1] or (found[2] ~= 'dialling' and found[2] ~= 'awaiting') then return { 0, '' } end
if found[3] == ARGV[2] or (found[3] and ARGV[2] == 'ringing') then return { 0, '' } end
redis.call('HSET', KEYS[1], 'ring', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[1])
return { 1, found[4] }
