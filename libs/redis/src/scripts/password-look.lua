--[[
  How one budget of a password stands.

  KEYS[1]  attempts      hash  failures nextAt blockedUntil
  ARGV[1]  now           ms

  Returns  failures, nextAt, blockedUntil   0 where they are over
]]
--@include password-standing
return standing
