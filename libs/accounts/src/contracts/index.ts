export { accountsContract } from './accounts-contract.ts';
export { administratorsContract } from './administrators-contract.ts';
export type { AdministratorRooms } from './administrators-contract.ts';
export { applicationRegisterContract } from './application-register-contract.ts';
export { applicationsContract } from './applications-contract.ts';
export { passwordsContract } from './passwords-contract.ts';
export type { PasswordRooms } from './passwords-contract.ts';
export { signingKeysContract } from './signing-keys-contract.ts';
export { trustedBrowsersContract } from './trusted-browsers-contract.ts';
