import { describe, expect, it } from '@jest/globals';
import { handOverAfterMs, handOverMs, lookAtHandOver, type HandOverVerdict } from './hand-over.ts';

const at = 1_800_000_000_000;
const left = { renewed: 'renewed', challengeId: 'ada.call', at };
const [none, renewed]: HandOverVerdict[] = [{ kind: 'none' }, { kind: 'renewed', login: 'renewed' }];

describe('a login whose new name was told to nobody yet', () => {
  it.each<[number, HandOverVerdict | undefined]>([
    [-5_000, { kind: 'soon', inMs: handOverAfterMs }],
    [0, { kind: 'soon', inMs: handOverAfterMs }],
    [handOverAfterMs - 1, { kind: 'soon', inMs: 1 }],
    [handOverAfterMs, renewed],
    [handOverMs - 1, renewed],
    [handOverMs, none],
  ])('security 11: %d ms after the right digits', (later, verdict) => {
    expect(lookAtHandOver(left, 'ada.call', at + later)).toEqual(verdict);
  });

  it('R11 is handed over to the call that was answered only, and where there is none nothing is', () => {
    expect(lookAtHandOver(left, 'ada.another', at + handOverAfterMs)).toEqual(none);
    expect(lookAtHandOver(undefined, 'ada.call', at + handOverAfterMs)).toEqual(none);
  });
});
