import { SystemClock } from '@blitz/kernel';
import { accountsContract } from '../contracts/accounts-contract.ts';
import { administratorsContract } from '../contracts/administrators-contract.ts';
import { applicationRegisterContract } from '../contracts/application-register-contract.ts';
import { applicationsContract } from '../contracts/applications-contract.ts';
import { consoleSessionsContract } from '../contracts/console-sessions-contract.ts';
import { entryLinksContract } from '../contracts/entry-links-contract.ts';
import { passwordsContract } from '../contracts/passwords-contract.ts';
import { signingKeysContract } from '../contracts/signing-keys-contract.ts';
import { trustedBrowsersContract } from '../contracts/trusted-browsers-contract.ts';
import { FakeAccounts } from './fake-accounts.ts';
import { FakeAdministrators } from './fake-administrators.ts';
import { FakeApplicationRegister } from './fake-application-register.ts';
import { FakeApplications } from './fake-applications.ts';
import { FakeConsoleSessions } from './fake-console-sessions.ts';
import { FakeEntryLinks } from './fake-entry-links.ts';
import { FakePasswords } from './fake-passwords.ts';
import { FakeSigningKeys } from './fake-signing-keys.ts';
import { FakeTrustedBrowsers } from './fake-trusted-browsers.ts';

const accounts = new FakeAccounts();
const browsers = new FakeTrustedBrowsers(accounts);
const passwords = new FakePasswords(accounts, browsers);
const applications = new FakeApplications();
const register = new FakeApplicationRegister(new SystemClock());

accountsContract(() => accounts);
trustedBrowsersContract(() => ({ accounts, browsers }));
passwordsContract(() => ({
  accounts,
  passwords,
  browsers,
  eventsOf: (sub) =>
    Promise.resolve(passwords.audit.events.filter((event) => event.sub === sub).map((event) => event.type)),
}));
applicationsContract(() => applications);
applicationRegisterContract(() => register, (clientId) => Promise.resolve(register.secrets.get(clientId)));
signingKeysContract(() => Promise.resolve(new FakeSigningKeys()));
administratorsContract(() => {
  const directory = new FakeAccounts();
  return Promise.resolve({ accounts: directory, administrators: new FakeAdministrators(directory) });
});
const sessions = new FakeConsoleSessions();
consoleSessionsContract(() => sessions);
entryLinksContract(() => {
  const directory = new FakeAccounts();
  const administrators = new FakeAdministrators(directory);
  return Promise.resolve({ accounts: directory, administrators, links: new FakeEntryLinks(administrators) });
});
