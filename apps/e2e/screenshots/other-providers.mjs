import { openProviders } from '../dist/index.js';
import { phone, picture } from './picture.mjs';

const widths = [
  [{}, ''],
  [phone, '-phone-dark'],
  [{ ...phone, dark: false, language: 'ru-RU' }, '-phone-russian'],
];

/** What pages say of other providers than the vendor's example, and of the guards before all of them. */
export async function otherProviders(town) {
  const next = () => town.people.withPhone();
  const customers = { exchange: [next(), next(), next()], failover: [], keeper: [], silentKeeper: [next(), next(), next()], messenger: [next(), next(), next()] };
  await openProviders(town, customers);
  for (const [index, [habits, suffix]] of widths.entries()) {
    const visitor = (kind) => town.visitor({ ...habits, who: customers[kind][index] });
    await followed(await visitor('exchange'), suffix);
    await outOfReach(await visitor('messenger'), suffix);
    await notConfirmed(await visitor('silentKeeper'), suffix);
    await limited(town, habits, suffix);
    await notCallable(await town.visitor({ ...habits, who: town.people.withOfficePhone() }), suffix);
  }
}

async function followed(ada, suffix) {
  await ada.atTheOffer();
  await ada.asksForCall();
  await ada.sees(/Your phone is ringing|Ваш телефон звонит/);
  // The phone may ring before the provider has answered.
  await ada.page.locator('#expiry').waitFor();
  await picture(ada, `ringing${suffix}`);
  await ada.phone.does('answer');
  await ada.sees(/The call was answered|На звонок ответили/);
  await picture(ada, `answered${suffix}`);
}

async function outOfReach(ada, suffix) {
  await ada.atTheOffer();
  await ada.phone.behaves('busy');
  await ada.asksForCall();
  await ada.sees(/can’t be reached|недоступен/);
  await picture(ada, `unreachable${suffix}`);
}

async function notConfirmed(ada, suffix) {
  await ada.atTheCode();
  await ada.types(await ada.phone.lastDigits());
  await ada.sees(/could not be checked|не удалось/);
  await picture(ada, `not-confirmed${suffix}`);
}

async function limited(town, habits, suffix) {
  const ada = await (await town.visitor(habits)).atTheCode();
  const again = ada.button(/^(Call again|Позвонить ещё раз)$/);
  await again.click();
  await ada.phone.rang(2);
  await ada.sees(/You can ask for another call|Новый звонок можно будет/);
  await picture(ada, `limited-code${suffix}`);
  const elsewhere = await town.visitor({ ...habits, who: ada.who });
  await elsewhere.logsIn();
  await elsewhere.typesPassword();
  await elsewhere.sees(/There were too many calls|Звонков было слишком много/);
  await picture(elsewhere, `limited${suffix}`);
}

async function notCallable(hedy, suffix) {
  await hedy.logsIn();
  await hedy.typesPassword();
  await hedy.isAt(/^(We can’t call this number|На этот номер мы не звоним)$/);
  await picture(hedy, `not-callable${suffix}`);
}
