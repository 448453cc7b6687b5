export { FakeChallenges } from './fake-challenges.ts';
export { FakeLogins } from './fake-logins.ts';
