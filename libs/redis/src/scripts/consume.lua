--[[
  Uses up a code or a refresh token: of parallel uses one wins, and what is not there is not brought to life.

  KEYS[1]  thing         hash  payload [consumed]
  ARGV[1]  at            seconds

  Returns  1 used now  0 used before or unknown
]]
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
return redis.call('HSETNX', KEYS[1], 'consumed', ARGV[1])
