--[[
  An administrator lets one budget begin anew.

  KEYS[1]  attempts      hash  failures nextAt blockedUntil
  ARGV[1]  now           ms

  Returns  failures, nextAt, blockedUntil   as they were; 0 where they were over
]]
--@include password-standing
redis.call('DEL', KEYS[1])
return standing
