import { consoleEn } from './console-en.ts';
import { counted, duration } from './counted.ts';

const digits = counted('en', { one: '# digit', other: '# digits' });
const daysIn = counted('en', { one: '# day', other: '# days' });
const everyDays = counted('en', { one: 'day', other: '# days' });

/**
 * Every text of every page; the other languages must have the same ones, or nothing compiles.
 * Words in braces are filled in by the page, so that a name keeps its own markup.
 */
export const en = {
  frame: {
    continueTo: 'to continue to {application}',
    language: 'Language',
    errorTitle: 'Error',
    promise: 'Nobody from support will ever ask you for your password or a code.',
    loggingInAs: 'You are logging in as {name}',
    numberEndsIn: (last: string) => `number ending in ${last}`,
    requestId: 'Request number',
    tryAgain: 'Try again',
    startAgain: 'Start again',
    backToApplication: 'Back to the application',
    back: 'Back',
    cancel: 'Cancel and go back to the application',
  },
  time: {
    duration: duration({
      seconds: counted('en', { one: '# second', other: '# seconds' }),
      minutes: counted('en', { one: '# minute', other: '# minutes' }),
      hours: counted('en', { one: '# hour', other: '# hours' }),
    }),
    inAndAt: 'in {duration} ({moment})',
    today: 'at {clock}',
    anotherDay: 'on {day} at {clock}',
  },
  password: {
    title: 'Log in',
    login: 'Login',
    password: 'Password',
    show: 'Show password',
    submit: 'Log in',
    recovery: 'Forgot your password?',
    errors: {
      wrong: 'The login or the password is wrong.',
      empty: 'Type both your login and your password.',
      blocked: 'Too many wrong passwords. You can try again {when}.',
      wait: 'Too many wrong passwords in a row. Wait {duration} and try again.',
      busy: 'A lot of people are logging in right now. Try again in a few seconds.',
    },
  },
  offer: {
    title: 'Confirm with an incoming call',
    lead: 'We will call {number} from an unknown number.',
    dontAnswer: 'Don’t answer. The call costs you nothing.',
    typeDigits: (count: number) => `Type the last ${digits(count)} of the number that calls.`,
    incomingCall: 'Incoming call',
    submit: 'Call me',
    budgetLeft: counted('en', {
      one: '# attempt left before calls to you are paused',
      other: '# attempts left before calls to you are paused',
    }),
    notices: {
      waiting: 'It is too early for another call.',
      waited: 'You can ask for another call now.',
      limited: 'There were too many calls. You can ask for a call again {when}.',
      superseded: 'Another login of yours asked for a call, so the digits of the earlier one no longer help here.',
    },
    passwordUsed: {
      text: 'Your password was used {moment}, but the login was not confirmed.',
      link: 'This wasn’t me',
    },
  },
  code: {
    title: (count: number) => `Type the last ${digits(count)}`,
    label: (count: number) => `Last ${digits(count)} of the number that called you`,
    yourPhone: 'Your phone {number}',
    submit: 'Continue',
    live: {
      queued: 'We are about to call you…',
      dialling: 'We are calling you. Don’t answer, look at the number.',
      ringing: 'Your phone is ringing. Don’t answer: the number is on its screen, and afterwards in its list of calls.',
      awaiting: 'We called you. The number is on your phone’s screen or in its list of calls.',
      slow: 'It takes longer than usual. Keep your phone at hand.',
      checking: 'We are asking the phone company about the digits…',
      busy: 'Your line was busy, or the call was rejected. Look in the list of calls: the number is there, and its digits still help.',
      unreachable: 'Your phone can’t be reached. Check that it is switched on and has a signal, then ask for another call.',
      answered: 'The call was answered. You can hang up: the number is in your list of calls, and its digits still help.',
    },
    triesLeft: counted('en', { one: '# try left', other: '# tries left' }),
    expiresIn: 'The digits are valid for {left}',
    answeredByMistake: 'Answered by mistake? The number is in your list of calls.',
    callAgain: 'Call again',
    callAgainIn: (left: string) => `Call again in ${left}`,
    callAgainAfter: 'You can ask for another call in {duration}.',
    callAgainWhen: 'You can ask for another call {when}.',
    noCallQuestion: 'No call?',
    errors: {
      wrong: 'These are not the digits. Look at the number in your list of calls once more.',
      malformed: (count: number) => `Type exactly ${digits(count)}. This did not count as a try.`,
      not_yet: 'The call has not been made yet. Wait until your phone rings. This did not count as a try.',
      superseded: 'There was a newer call. Type the digits of the latest one.',
      not_confirmed: 'The digits could not be checked just now. The try counts. Type them again.',
      in_check: 'Digits that were typed before are still being checked. Wait a moment. This did not count as a try.',
    },
  },
  closed: {
    submit: 'Call again',
    burned: {
      title: 'These digits no longer help',
      text: 'All tries are used up. Ask for another call: it will come from a different number.',
    },
    expired: {
      title: 'The time is up',
      text: 'The digits of that call are no longer valid. Ask for another call: it will come from a different number.',
    },
    late: {
      title: 'We did not manage to call in time',
      text: 'Too many calls were waiting, so yours was dropped. Your phone will not ring. This does not count as an attempt.',
    },
    interrupted: {
      title: 'We lost touch with the phone company',
      text: 'We can’t tell whether your phone rang. If it did, the digits of that call no longer help.',
    },
    not_queued: {
      title: 'We could not place the call',
      text: 'Something on our side failed before we called. Your phone will not ring. This does not count as an attempt.',
    },
    reset: {
      title: 'Your second factor begins anew',
      text: 'Your administrator has just reset it. If your phone still rings, the digits of that call no longer help: ask for another call.',
    },
    number_changed: {
      title: 'Your phone number was changed',
      text: 'Your account has another number than the one we were calling. If you did not change it, tell your administrator at once.',
    },
    code_too_short: {
      title: 'That call can’t be used',
      text: 'The phone company called from a number that does not have enough digits. Ask for another call.',
    },
    provider_refused: {
      title: 'The call was not made',
      text: 'The phone company did not accept it. Your phone will not ring. This does not count as an attempt.',
    },
    provider_unavailable: {
      title: 'We can’t call you just now',
      text: 'Nobody who could make the call was within reach. Your phone will not ring. This does not count as an attempt.',
    },
    provider_failed: {
      title: 'The call failed',
      text: 'The phone company did not answer as it should. If your phone rang, the digits of that call do not help.',
    },
  },
  methods: {
    other: 'Other ways to confirm',
    putForward: 'Can’t take the call? Confirm another way:',
    title: 'Choose how to confirm',
    lead: 'Your account asks for one more proof that it is you.',
    names: {
      password: { name: 'Password', hint: 'The password of your account' },
      flashCall: { name: 'Incoming call', hint: 'Last digits of the number that calls you' },
      totp: { name: 'Authenticator app', hint: 'A code from an app on your phone' },
      webAuthn: { name: 'Passkey or security key', hint: 'Fingerprint, face, PIN or a hardware key' },
      recoveryCode: { name: 'Recovery code', hint: 'One of the codes you saved' },
    },
  },
  blocked: {
    title: 'Calls to you are paused',
    text: 'There were too many calls and wrong digits, so confirming by call is paused to protect your account.',
    until: 'You can ask for a call again {when}.',
    elsewise: 'Other ways to confirm work as usual:',
    noOther: 'Come back then, or ask your administrator for another way to confirm.',
  },
  notCallable: {
    title: 'We can’t call this number',
    text: 'No calls are made to numbers like yours, {number}.',
    noOther: 'Ask your administrator for another way to confirm, or for another number in your account.',
  },
  noFactor: {
    title: 'There is no number to call',
    no_phone: 'Your password is right, but your account has no valid mobile number, and this login must be confirmed.',
    none: 'Your password is right, but this login must be confirmed, and your account has no way to do it.',
    ask: 'Ask your administrator or your support desk to add one.',
    titleNone: 'There is no way to confirm',
  },
  trust: {
    title: 'Trust this browser?',
    text: (days: number) => `For ${daysIn(days)} we will ask for your password only, without a call, when you log in here.`,
    textIfUsed: (days: number, idleDays: number) =>
      `For ${daysIn(days)} we will ask for your password only, without a call, if you log in here at least every ${everyDays(idleDays)}.`,
    warning: 'Don’t trust a browser that other people use.',
    trust: 'Trust this browser',
    doNotTrust: 'Don’t trust',
  },
  cookies: {
    title: 'Cookies are switched off',
    text: 'Without them we can’t tell that it is still you on the next page. Allow cookies for this site in your browser’s settings, then try again.',
  },
  otherBrowser: {
    title: 'This login is not open here',
    text: 'It was started in another browser, or it is already over. Go back to the application and log in again.',
  },
  loginOver: {
    title: 'This login has ended',
    text: 'It was completed already, or it stayed open for too long. If you are not logged in, start again at the application.',
  },
  alreadyDone: {
    title: 'You have already logged in',
    text: 'This login is over, perhaps completed in another tab, and you are logged in. There is nothing left to do here.',
  },
  unavailable: {
    title: 'We can’t continue right now',
    text: 'Something on our side is not working. Nobody was logged in. Please try again in a minute.',
    ask: 'If it does not help, tell your administrator the request number below.',
  },
  tooMany: {
    title: 'Too many people at once',
    text: 'We can’t take your request right now. Please try again in {duration}.',
  },
  error: {
    title: 'This login can’t continue',
    text: 'The application sent a request that we can’t accept. Go back to it and try again.',
    code: 'Error code',
    kinds: {
      access_denied: { title: 'Access was not given', text: 'The login was cancelled, or you may not use this application.' },
      invalid_client: { title: 'We don’t know this application', text: 'It is not registered here. Check the address that brought you here.' },
      unauthorized_client: { title: 'This application may not do that', text: 'It asked for something that it is not registered for.' },
      invalid_redirect_uri: {
        title: 'This application can’t be trusted',
        text: 'It asked us to send you to an address that is not registered for it. To protect you, we stopped.',
      },
      form_expired: { title: 'This page is out of date', text: 'It was open for too long or was sent twice. Open it anew and try again.' },
      server_error: { title: 'Something went wrong', text: 'The mistake is on our side, not yours. Please try again.' },
    },
  },
  notFound: { title: 'There is no such page', text: 'The address may be mistyped, or the page is gone.' },
  logout: {
    title: 'Log out?',
    text: 'You will be logged out here. Applications you have open may keep you logged in for a while.',
    yes: 'Log out',
    no: 'Stay logged in',
  },
  console: consoleEn,
  loggedOut: { title: 'You are logged out', text: 'If others use this computer, close the browser too.' },
};

export type Texts = typeof en;
