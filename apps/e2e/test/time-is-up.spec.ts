import { describe } from '@jest/globals';
import { until } from '../src/index.ts';
import { journey, withSettings } from './support/journeys.ts';

/** The shortest validity that may be set. */
withSettings({ 'psw-expire-time-sec': 30, 'resend-delay-sec': 10 });
const halfAMinuteAndMore = 60_000;

describe('when the time for the digits is up', () => {
  journey('the page says so by itself, and another call helps', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    ada.patienceMs = halfAMinuteAndMore;
    await ada.isAt('The time is up');
    await ada.sees('The digits of that call are no longer valid.');
    await ada.presses('Call again');
    await ada.phone.rang(2);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
  });

  journey('right digits are too late, without scripts', async (arrive) => {
    const ada = await (await arrive({ scripts: false })).atTheCode();
    // Their page stays as it came; another client of theirs asks how the call is getting on.
    const { request } = ada.context;
    await until('the time is up', async () => {
      const answer = await request.get(ada.page.url(), { headers: { accept: 'application/json' } });
      return ((await answer.json()) as { because?: string }).because === 'expired';
    }, halfAMinuteAndMore);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('The time is up');
  });
});
