/** Pages at the door of the console. */
export const consoleEn = {
  logIn: 'Log in again',
  other: 'Log in as somebody else',
  refused: {
    not_administrator: {
      title: 'You are no administrator here',
      text: 'You are logged in, but this account may not work in the console. Ask an administrator for a role.',
    },
    factor_missing: {
      title: 'A second factor is needed',
      text: 'The console wants password and second factor, and this login had only one. Ask an administrator to set up a second factor for you.',
    },
    sign_in_over: {
      title: 'This login is over',
      text: 'It was used before, took too long, or began in another browser. Nothing was changed.',
    },
    sign_in_given_up: { title: 'You are not logged in', text: 'The login was given up.' },
    sign_in_failed: { title: 'The login did not work', text: 'What came back could not be trusted, so nobody was let in. Try again; if it happens again, tell whoever runs Blitz.' },
    link_invalid: {
      title: 'This link does not work any more',
      text: 'Links into the console are good once and for 15 minutes. Whoever runs Blitz can make another one.',
    },
  },
  enter: {
    title: 'Enter the console',
    text: 'This link lets you in once, without a login. You stay for one hour, and the journal says that you came by a link.',
    button: 'Enter',
    script: 'Your browser runs no scripts here, and the console is made of them: switch them on and open the link again.',
  },
  loggedOut: { title: 'You are logged out', text: 'The console knows you no more in this browser. If others use this computer, close the browser too.' },
};

export type ConsoleTexts = typeof consoleEn;
