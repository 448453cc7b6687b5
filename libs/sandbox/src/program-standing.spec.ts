import { describe, expect, it } from '@jest/globals';
import { ProgramStanding } from './program-standing.ts';

describe('the standing of a program', () => {
  it('is new until its first good run', () => {
    const standing = new ProgramStanding();
    expect(standing.of('p')).toBe('new');

    standing.didWell('p');
    expect(standing.of('p')).toBe('proven');
  });

  it('is lost by one run that did harm, and won back by ten that did not', () => {
    const standing = new ProgramStanding();
    standing.didWell('p');
    standing.didHarm('p');

    for (let run = 0; run < 9; run += 1) standing.didWell('p');
    expect(standing.of('p')).toBe('harmful');
    standing.didWell('p');
    expect(standing.of('p')).toBe('proven');
  });

  it('is that of one program only', () => {
    const standing = new ProgramStanding();
    standing.didHarm('p');

    expect(standing.of('other')).toBe('new');
  });

  it('is forgotten when too many others came', () => {
    const standing = new ProgramStanding();
    standing.didHarm('p');
    for (let other = 0; other < 5_000; other += 1) standing.didWell(`p${other}`);

    expect(standing.of('p')).toBe('new');
  });
});
