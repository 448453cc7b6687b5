import { describe, expect } from '@jest/globals';
import { barriersOn, until } from '../../src/index.ts';
import { journey } from '../support/journeys.ts';

/** The other stories pass when nothing is found. Here something is there to be found. */
describe('whoever watches over the journeys is awake', () => {
  journey('a barrier on a page is found', async (arrive) => {
    const ada = await arrive();
    await ada.logsIn();
    expect(await barriersOn(ada.page)).toEqual([]);
    await ada.page.evaluate("document.querySelector('label').remove(); document.documentElement.removeAttribute('lang')");
    const found = (await barriersOn(ada.page)).map((line) => line.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['html-has-lang', 'label']));
  });

  journey('what a browser complains about is heard', async (_arrive, town) => {
    // Not through `arrive`, which lets no complaint pass.
    const eve = await town.visitor();
    await eve.logsIn();
    await eve.page.evaluate(`
      document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.invalid/pixel.png' }));
      document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
      setTimeout(() => { throw new Error('a mistake in a script') });
      fetch('/blitz/nothing/here');
    `);
    const heard = eve.observer.complaints;
    for (const what of [/violated img-src/, /violated script-src/, /script: a mistake in a script/, /404 for .*nothing/]) {
      await until(`${String(what)} is heard`, () => heard.some((complaint) => what.test(complaint)));
    }
    await eve.leave();

    const max = await town.visitor();
    await max.page.goto('http://elsewhere.invalid/').catch(() => undefined);
    expect(max.observer.complaints).toContain('asked somebody else: http://elsewhere.invalid/');
    await max.leave();
  });
});
