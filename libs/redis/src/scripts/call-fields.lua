-- include: all that a challenge knows about one call, from the press to the code. What is left is its name, state and history.
local callFields = { 'address', 'locale', 'ring', 'verifiedBy', 'digest', 'triesLeft', 'expiresAt', 'asked', 'procedure', 'memo',
  'canHangUp', 'route', 'placedAt' }
