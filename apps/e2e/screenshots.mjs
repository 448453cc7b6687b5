/**
 * Takes the pictures of docs/screenshots from the running product: `npx tsc -b && node apps/e2e/screenshots.mjs`.
 * Each picture is what a person has before them; nothing is drawn for the picture.
 */
import { mkdir } from 'node:fs/promises';
import { Town } from './dist/index.js';
import { guide } from './screenshots/guide.mjs';
import { folder, phone, picture } from './screenshots/picture.mjs';
import { otherProviders } from './screenshots/other-providers.mjs';

const asShipped = {};
const impatient = { 'psw-expire-time-sec': 30, 'resend-delay-sec': 10, tempLockAfter: 6 };

/** The way of one login, with a picture at each step. */
async function login(town, habits, suffix = '') {
  const ada = await town.visitor({ who: town.people.withPhone(), ...habits });
  await ada.opensDemo();
  await picture(ada, `demo${suffix}`);
  await ada.logsIn();
  await picture(ada, `password${suffix}`);
  await ada.typesPassword();
  await ada.button(/^(Call me|Позвоните мне)$/).waitFor();
  await picture(ada, `offer${suffix}`);
  await ada.asksForCall();
  await ada.sees(/We called you|Мы вам позвонили/);
  const [first, second] = await ada.phone.lastDigits();
  await ada.page.keyboard.type(`${first}${second}`);
  await picture(ada, `code${suffix}`);
  const telephone = await ada.anotherTab();
  await telephone.page.goto(town.addresses.simulator);
  await picture(telephone, `simulator${suffix}`);
  return ada;
}

async function arrives(ada, suffix = '') {
  await ada.types(await ada.phone.lastDigits());
  await ada.button(/^(Don’t trust|Не доверять)$/).waitFor();
  await picture(ada, `trust${suffix}`);
  await ada.presses(/^(Don’t trust|Не доверять)$/);
  await ada.isLoggedIn();
  await picture(ada, `token${suffix}`);
}

async function straight(town) {
  const ada = await login(town, {});
  await ada.types(await ada.phone.wrongDigits());
  await ada.sees('2 tries left');
  await picture(ada, 'wrong-digits');
  await arrives(ada);
  await ada.presses('Log out');
  await ada.isAt('Log out?');
  await picture(ada, 'logout');
  await ada.page.goto(`${town.addresses.idp}/oauth/logout`);
  await ada.presses('Log out');
  await ada.isAt('You are logged out');
  await picture(ada, 'logged-out');
}

async function small(town) {
  await arrives(await login(town, phone, '-phone-dark'), '-phone-dark');
}

async function dark(town) {
  await arrives(await login(town, { dark: true }, '-dark'), '-dark');
}

async function russian(town) {
  const ada = await town.visitor({ language: 'ru-RU' });
  await ada.atTheOffer();
  await picture(ada, 'offer-russian');
  await ada.asksForCall();
  await ada.sees('Мы вам позвонили');
  await picture(ada, 'code-russian');
}

async function detours(town) {
  const eve = await town.visitor();
  await eve.logsIn();
  await eve.typesPassword('not this one');
  await eve.sees('The login or the password is wrong.');
  await picture(eve, 'password-wrong');
  const grace = await town.visitor({ who: town.people.withoutPhone() });
  await grace.logsIn();
  await grace.typesPassword();
  await grace.isAt('There is no number to call');
  await picture(grace, 'no-phone');
  const ada = await (await town.visitor()).atTheOffer();
  await ada.phone.behaves('error-500');
  await ada.presses('Call me');
  await ada.isAt('The call failed');
  await picture(ada, 'provider-failed');
  await eve.page.goto(ada.page.url());
  await eve.isAt('This login is not open here');
  await picture(eve, 'other-browser');
  const strict = await town.visitor({ cookies: false });
  await strict.opensDemo();
  await strict.link('Log in').click();
  await strict.isAt('Cookies are switched off');
  await picture(strict, 'cookies-off');
}

/** What leads nowhere: addresses that are wrong, pages that are out of date. */
async function deadEnds(town) {
  const ada = await town.visitor();
  await ada.page.goto(`${town.addresses.idp}/nowhere`);
  await ada.isAt('There is no such page');
  await picture(ada, 'not-found');
  await ada.page.goto(`${town.addresses.idp}/oauth/ae?client_id=nobody&response_type=code`);
  await ada.isAt('We don’t know this application');
  await picture(ada, 'unknown-application');
  await ada.atTheOffer();
  await ada.page.locator('input[name=csrf]').first().evaluate((field) => (field.value = 'of yesterday'));
  await ada.presses('Call me');
  await ada.isAt('This page is out of date');
  await picture(ada, 'out-of-date');
  const grace = await town.visitor();
  await grace.atTheOffer();
  await grace.presses('Cancel and go back to the application');
  await grace.isAt('The login was not completed');
  await grace.page.goBack();
  await grace.isAt('This login has ended');
  await picture(grace, 'login-ended');
  const alan = await town.visitor();
  await alan.getsIn();
  await alan.page.goBack();
  await alan.isAt('You have already logged in');
  await picture(alan, 'already-done');
}

/** Guessing: first each try takes longer, then it ends. A minute passes until then. */
async function guessing(town) {
  const eve = await town.visitor();
  await eve.logsIn();
  let seen = '';
  let waited = false;
  for (let guess = 0; !seen.includes('You can try again'); guess += 1) {
    await eve.typesPassword(`guess ${guess}`);
    await eve.sees(/is wrong|Wait |You can try again/);
    seen = await eve.words();
    if (!seen.includes('Wait ')) continue;
    if (!waited) await picture(eve, 'password-wait');
    waited = true;
    await eve.page.waitForTimeout(1_000);
  }
  await picture(eve, 'password-blocked');
}

/** More passwords at once than are looked at. */
async function flood(town) {
  const ada = await town.visitor();
  await ada.logsIn();
  const form = { csrf: await ada.page.locator('input[name=csrf]').first().inputValue(), password: 'x' };
  const url = await ada.page.locator('form').first().evaluate(({ action }) => action);
  const page = ada.page.url();
  let over = false;
  const other = async (_none, index) => {
    // Nobody twice: whoever guesses on has to wait, and would crowd no longer.
    for (let time = 0; !over; time += 1) await ada.context.request.post(url, { form: { ...form, login: `nobody${index}-${time}` }, maxRedirects: 0 });
  };
  const others = Promise.all(Array.from({ length: 120 }, other));
  try {
    // Another login each time, so that it is the crowd that keeps her waiting and not her own slips.
    for (let tries = 0; tries < 40 && !(await ada.words()).includes('Too many people'); tries += 1) {
      await ada.page.goto(page);
      await ada.page.locator('#login').fill(`somebody${tries}`);
      await ada.page.locator('#password').fill('not this one');
      await Promise.all([ada.page.waitForNavigation(), ada.presses('Log in')]);
    }
    await ada.isAt('Too many people at once');
    await picture(ada, 'too-many');
  } finally {
    over = true;
    await others;
  }
}

async function burnedAndBlocked(town) {
  const ada = await (await town.visitor()).atTheCode();
  const wrong = await ada.phone.wrongDigits();
  for (const next of ['2 tries left', '1 try left', 'These digits no longer help']) {
    await ada.types(wrong);
    await ada.sees(next);
  }
  await picture(ada, 'burned');
  await ada.button('Call again').click();
  await ada.phone.rang(2);
  await ada.digits.waitFor();
  await ada.types(await ada.phone.wrongDigits());
  await ada.isAt('Calls to you are paused');
  await picture(ada, 'blocked');
}

async function expired(town) {
  const ada = await (await town.visitor()).atTheCode();
  ada.patienceMs = 45_000;
  await ada.isAt('The time is up');
  await picture(ada, 'expired');
}

async function withoutRedis(town) {
  const ada = await (await town.visitor()).atTheOffer();
  await town.stopRedis();
  await ada.presses('Call me');
  await ada.isAt('We can’t continue right now');
  await picture(ada, 'unavailable');
}

/** One after the other: the telephone's page shows the last call, whoever got it. */
async function inTown({ guards = {}, begins = false, console = false, ...call }, ...scenes) {
  const town = await Town.open({ environment: process.env, call, guards, begins, console });
  try {
    for (const scene of scenes) await scene(town);
  } finally {
    await town.close();
  }
}

await mkdir(folder, { recursive: true });
await inTown(asShipped, straight, dark, small, russian, detours, deadEnds, guessing, flood);
await inTown(impatient, burnedAndBlocked, expired, withoutRedis);
await inTown({ 'resend-delay-sec': 10, guards: { 'number-calls': 2 } }, otherProviders);
await inTown({ begins: true, console: true }, guide);
