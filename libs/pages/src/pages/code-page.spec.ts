import { describe, expect, it } from '@jest/globals';
import { elements } from '../../test/elements.ts';
import { codePage, type CodeModel } from './code-page.tsx';

const model: CodeModel = {
  frame: { language: 'en', path: '/blitz/login/methods2/flashCall?bo=%2Fx', csrf: 'token' },
  action: '/code',
  callAgainAction: '/call',
  press: '7',
  cancelAction: '/cancel',
  maskedNumber: '+7 ··· ··· 12 34',
  codeLength: 4,
  state: 'awaiting',
  triesLeft: 3,
  expiresInSec: 105,
  nextCallInSec: 28,
  eventsUrl: '/events',
  otherMethods: [{ name: 'Authenticator app', href: '/totp' }],
};
const render = (changes: Partial<CodeModel> = {}) => codePage({ ...model, ...changes });
const input = (html: string) => elements(html).find(({ attributes }) => attributes.get('name') === 'code')?.attributes;

describe('the page of the code', () => {
  it('has one real input that keyboards, pasted numbers and one-time codes fit in', () => {
    const attributes = input(render());
    expect(Object.fromEntries(attributes ?? [])).toMatchObject({
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      maxlength: '40',
      autofocus: '',
      required: '',
    });
    expect(elements(render()).filter((each) => each.name === 'input' && each.attributes.get('type') !== 'hidden')).toHaveLength(1);
  });

  it.each([3, 4, 5, 6, 7, 8, 9, 10])('draws %i boxes', (codeLength) => {
    const html = render({ codeLength });
    expect(html).toContain(`data-length="${codeLength}"`);
    expect(html.split('class="cells"')[1]?.split('</div>')[0]?.match(/<span>/g)).toHaveLength(codeLength);
  });

  it('never carries a code, not even the one that was typed', () => {
    expect(input(render({ error: 'wrong' }))?.has('value')).toBe(false);
  });

  it('says tries and time left, and only what is known', () => {
    expect(render()).toContain('3 tries left');
    expect(render()).toContain('>1:45<');
    expect(render({ triesLeft: 1 })).toContain('1 try left');
    const { expiresInSec: _, ...unmade } = model;
    expect(codePage({ ...unmade, state: 'dialling' })).toContain('<span id="expiry" hidden>');
  });

  it('gets itself again without scripts only while the call is being made', () => {
    const refresh = '<noscript><meta http-equiv="refresh" content="5; url=/blitz/login/methods2/flashCall?bo=%2Fx"';
    expect(render({ state: 'queued' })).toContain(refresh);
    expect(render({ state: 'dialling' })).toContain(refresh);
    expect(render()).not.toContain('http-equiv="refresh"');
  });

  it('gets itself again without scripts, too, while the provider is asked about digits', () => {
    const html = render({ live: 'checking' });
    expect(html).toContain('http-equiv="refresh"');
    expect(html).toContain('We are asking the phone company about the digits…');
  });

  it.each<[Partial<CodeModel>, string]>([
    [{ error: 'not_confirmed' }, 'The digits could not be checked just now. The try counts.'],
    [{ error: 'in_check' }, 'This did not count as a try.'],
    [{ live: 'ringing' }, 'Your phone is ringing.'],
    [{ live: 'busy' }, 'Your line was busy, or the call was rejected.'],
    [{ live: 'answered' }, 'You can hang up: the number is in your list of calls'],
    [{ live: 'unreachable' }, 'Your phone can’t be reached.'],
    [{ live: 'slow', state: 'dialling' }, 'It takes longer than usual.'],
  ])('says in words: %j', (changes, words) => {
    expect(render(changes)).toContain(words);
    const inRussian = render({ ...changes, frame: { ...model.frame, language: 'ru' } });
    expect(inRussian).not.toContain(words);
  });

  it('tells without scripts when another call can be asked for', () => {
    expect(render()).toContain('<noscript><p class="hint">You can ask for another call in 28 seconds.</p></noscript>');
    expect(render({ nextCallInSec: 0 })).not.toContain('You can ask for another call');
  });

  it('ties the message about the last entry to the input', () => {
    const html = render({ error: 'malformed' });
    expect(input(html)?.get('aria-invalid')).toBe('true');
    expect(input(html)?.get('aria-describedby')).toBe('failure code-limits');
    expect(html).toMatch(/id="failure" role="alert"/);
    expect(html).toContain('Type exactly 4 digits. This did not count as a try.');
  });

  it.each<[string, Partial<CodeModel>, boolean]>([
    ['at first', {}, false],
    ['when waiting is over', { nextCallInSec: 0 }, true],
    ['when the phone can’t be reached', { live: 'unreachable' }, true],
    ['when the line is busy', { live: 'busy' }, true],
    ['when it takes longer than usual', { state: 'dialling', live: 'slow' }, true],
  ])('puts other methods forward %s', (_, changes, forward) => {
    expect(/id="other-methods" data-forward/.test(render(changes))).toBe(forward);
    expect(render(changes)).toContain('href="/totp"');
  });

  it.each<[Partial<CodeModel>, boolean]>([
    [{}, true],
    [{ live: 'ringing' }, true],
    [{ live: 'answered' }, false],
    [{ live: 'busy' }, false],
    [{ live: 'unreachable' }, false],
  ])('has a word for those who answered by mistake, unless it is said or can’t have happened: %j', (changes, shown) => {
    expect(/id="by-mistake">Answered by mistake\?/.test(render(changes))).toBe(shown);
  });

  it('says the masked number for the eye and its ending for the ear', () => {
    expect(render()).toContain('<span aria-hidden="true">+7 ··· ··· 12 34</span><span class="unseen">number ending in 12 34</span>');
  });

  it('says whose number it is: not the one to type', () => {
    expect(render()).toContain('Your phone <b class="number">');
    expect(render({ frame: { ...model.frame, language: 'ru' } })).toContain('Ваш телефон <b class="number">');
  });

  it('names the press in the form that calls again, and nowhere else', () => {
    const forms = render().split('<form').slice(1);
    expect(forms.map((form) => [/action="([^"]*)"/.exec(form)?.[1], form.includes('name="press" value="7"')])).toEqual([
      ['/code', false],
      ['/call', true],
      ['/cancel', false],
    ]);
  });
});
