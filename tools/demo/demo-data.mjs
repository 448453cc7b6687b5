/** Telephone numbers that look like what they are: a demo's. No telephone rings: every call goes to the simulator. */
const phones = { ada: '+79000001234', alan: '+79000005678', admin: '+79000009012' };

export function demoAccounts({ demoPassword, adminPassword }) {
  const account = (login, requiredFactor, attributes, password = demoPassword) => ({
    login,
    password,
    requiredFactor,
    attributes: { email: `${login}@example.com`, ...attributes },
  });
  return [
    account('ada', 2, { name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace', phone_number: phones.ada }),
    account('grace', 2, { name: 'Grace Hopper', given_name: 'Grace', family_name: 'Hopper' }),
    account('alan', 2, { name: 'Alan Turing', given_name: 'Alan', family_name: 'Turing', phone_number: phones.alan }),
    account(administrator, 2, { name: 'Edith Clarke', given_name: 'Edith', family_name: 'Clarke', phone_number: phones.admin }, adminPassword),
  ];
}

/** Who works in the console. */
export const administrator = 'admin';

export const whatTheyShow = {
  ada: 'password, then the incoming call',
  grace: 'has no telephone number',
  alan: 'a second person with a phone: log in as both',
  [administrator]: 'works in blitz-console',
};

export function demoSeed(secrets, { demo, simulator }) {
  return {
    simulator: { url: simulator.slice(0, -1), token: secrets.providerToken },
    accounts: demoAccounts(secrets),
    administrators: [{ login: administrator, roles: ['root'] }],
    clients: [
      {
        client_id: 'demo',
        client_secret: secrets.demoClientSecret,
        client_name: 'Demo application',
        redirect_uris: [`${demo}callback`],
        post_logout_redirect_uris: [demo],
      },
    ],
  };
}
