export { FakeAccounts } from './fake-accounts.ts';
export { FakeAdministrators } from './fake-administrators.ts';
export { FakeApplicationRegister } from './fake-application-register.ts';
export { FakeApplications } from './fake-applications.ts';
export { FakePasswordHashes } from './fake-password-hashes.ts';
export { FakePasswords } from './fake-passwords.ts';
export { FakeSigningKeys } from './fake-signing-keys.ts';
export { FakeTrustedBrowsers } from './fake-trusted-browsers.ts';
