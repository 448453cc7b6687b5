import { phone, picture } from './picture.mjs';

const api = '/blitz/admin/api/v1';
const russian = { ...phone, dark: false, language: 'ru-RU' };

/** The way of the vendor's guide: from a blitz.conf that only lists the method to a method that is switched on. */
export async function guide(town) {
  const who = town.people.administrator();
  const edith = await enters(town, { who });
  await town.operator.listsIncomingCalls();
  await town.restarts();
  await edith.opens('/authentication/second');
  await edith.sees('not configured');
  await picture(edith, 'guide-1-not-configured');
  await edith.opens('/authentication/second/flashCall');
  await edith.sees('Odds of guessing');
  await picture(edith, 'guide-2-settings');
  await edith.page.getByLabel('Code length', { exact: true }).fill('6');
  await edith.sees('1 in 333,333');
  await edith.presses('Save');
  await edith.sees('Who makes the calls?');
  await edith.page.getByText('Saved. In force').waitFor({ state: 'hidden' });
  await picture(edith, 'guide-2-saved');
  await otherEyes(town, who);
  await simulatorCalls(edith);
  await edith.opens('/authentication/second/flashCall/driver');
  await edith.page.locator('#content h1').waitFor();
  await edith.page.waitForLoadState('networkidle');
  await picture(edith, 'guide-3-driver');
  await edith.opens('/authentication/second');
  await edith.page.getByRole('switch').press('Space');
  await edith.presses('Save');
  await edith.page.getByRole('list', { name: 'Second factors, in order' }).getByText('on', { exact: true }).waitFor();
  await edith.page.getByText('Saved', { exact: true }).waitFor({ state: 'hidden' });
  await picture(edith, 'guide-4-on');
}

/** The same settings on a telephone, in the dark and in Russian. */
async function otherEyes(town, who) {
  for (const [habits, suffix] of [[phone, '-phone-dark'], [russian, '-phone-russian']]) {
    const edith = await enters(town, { who, ...habits });
    await edith.opens('/authentication/second/flashCall');
    await edith.sees(/Odds of guessing|Вероятность угадать/);
    await picture(edith, `guide-2-settings${suffix}`);
    await edith.leave();
  }
}

async function enters(town, habits) {
  const edith = await town.administrator(habits);
  const printed = await town.operator.administers('link', '--login', edith.who.login);
  await edith.page.goto(/\S+\/enter#\S+/.exec(printed)?.[0]);
  await edith.presses(/^(Enter|Войти)$/);
  await edith.isInside();
  return edith;
}

/** Who makes the calls, as a program sets it up. */
async function simulatorCalls(edith) {
  const { simulator, console: desk } = edith.town.addresses;
  const { csrf_token: csrf } = await (await edith.page.request.get(`${desk}/session`)).json();
  const asks = async (method, path, data, headers = {}) => {
    const answer = await edith.page.request.fetch(new URL(`${api}/${path}`, desk).href, { method, headers: { 'x-blitz-csrf': csrf, ...headers }, ...(data === undefined ? {} : { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.text();
  };
  const hosts = [new URL(simulator).host];
  const source = JSON.parse(await asks('GET', 'templates/vendor-example')).source.replace(/^const base = '[^']*';$/m, `const base = '${simulator}';`);
  await asks('PUT', 'secrets/token', { value: edith.town.operator.token, hosts });
  await asks('PUT', 'procedures/simulator', { name: 'Simulator', source, hosts }, { 'if-none-match': '*' });
  await asks('PUT', 'plan', { entries: [{ procedure: 'simulator', destinations: [], enabled: true }] }, { 'if-none-match': '*' });
}
