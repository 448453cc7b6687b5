export { RedisChallenges } from './redis-challenges.ts';
export { RedisLogins } from './redis-logins.ts';
export { RedisOidcStore } from './redis-oidc-store.ts';
export { RedisPasswordAttempts } from './redis-password-attempts.ts';
export { Script } from './script.ts';
export { liveChannel } from './keys.ts';
export { LiveUpdates } from './live-updates.ts';
export { RedisSettingsSignal } from './redis-settings-signal.ts';
