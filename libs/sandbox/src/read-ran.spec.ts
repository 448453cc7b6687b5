import { describe, expect, it } from '@jest/globals';
import { Masked } from './masked.ts';
import { readRan } from './read-ran.ts';

const read = (said: unknown) => readRan({ said }, new Masked({}));
const told = (answer: unknown) => read({ text: JSON.stringify(answer), logs: [], worn: false });
const request = { method: 'GET', url: 'https://p.example/', headers: [['A', 'b']], ringsNobody: false, state: {} };

describe('the word of a thread is read as a stranger\'s', () => {
  it.each([
    ['nothing', undefined], ['null', null], ['a text', 'ok'], ['a number', 1], ['an empty object', {}], ['a list', []],
    ['a text that is no JSON', { text: '{' }], ['a text that is a list', { text: '[]' }], ['a text that is null', { text: 'null' }],
    ['a kind that is unknown', { text: '{"kind":"done"}' }], ['a kind called constructor', { text: '{"kind":"constructor"}' }],
    ['a request without anything', { text: '{"kind":"request"}' }], ['an Ok without a value', { text: '{"kind":"ok"}' }],
    ['an Ok with a list', { text: '{"kind":"ok","value":[]}' }], ['an error without details', { text: '{"kind":"error","code":"a"}' }],
  ])('%s is no answer', (_what, said) => {
    expect(read(said)).toMatchObject({ kind: 'fault', fault: 'no_answer' });
  });

  it.each([
    ['a method that is a number', { method: 1 }], ['a url that is missing', { url: undefined }], ['a body that is an object', { body: {} }],
    ['headers that are an object', { headers: {} }], ['a header of three', { headers: [['a', 'b', 'c']] }], ['a header of numbers', { headers: [[1, 2]] }],
    ['a word that is no boolean', { ringsNobody: 'no' }], ['a state that is a text', { state: '{}' }], ['a state that is missing', { state: undefined }],
  ])('a request with %s is no answer', (_what, wrong) => {
    expect(told({ kind: 'request', request: { ...request, ...wrong } })).toMatchObject({ kind: 'fault', fault: 'no_answer' });
  });

  it.each([
    ['a url of 8 KiB and one', { url: 'x'.repeat(8_193) }], ['a url that is short in letters and long in bytes', { url: 'ü'.repeat(4_097) }],
    ['41 headers', { headers: Array.from({ length: 41 }, () => ['a', 'b']) }], ['a header of 8 KiB and one', { headers: [['a', 'x'.repeat(8_193)]] }],
    ['a body of 64 KiB and one', { body: 'x'.repeat(65_537) }], ['a state of more than 16 KiB', { state: { k: 'x'.repeat(16_384) } }],
  ])('a request with %s is too large', (_what, large) => {
    expect(told({ kind: 'request', request: { ...request, ...large } })).toMatchObject({ kind: 'fault', fault: 'answer_too_large' });
  });

  it('a request at its limits is taken, and nothing beside it', () => {
    const large = { ...request, url: 'x'.repeat(8_192), headers: Array.from({ length: 40 }, () => ['a', 'b']), body: 'x'.repeat(65_536) };

    expect(told({ kind: 'request', request: { ...large, more: 1 }, more: 1 })).toEqual({ kind: 'request', request: large, logs: [] });
  });

  it('a fault that is unknown is ours', () => {
    expect(read({ fault: 'constructor', message: 'x' })).toMatchObject({ kind: 'fault', fault: 'sandbox_broke' });
  });

  it.each([[0, 1], [1.5, 1], ['1', 1], [1, undefined], [1e9, 1]])('a place that is none is left out: %p, %p', (line, column) => {
    expect(read({ fault: 'threw', message: 'x', line, column })).toEqual({ kind: 'fault', fault: 'threw', message: 'x', logs: [] });
  });

  it('lines of a log that are none are left out, and more than 21 are not read', () => {
    const logs = [1, null, ...Array.from({ length: 50 }, (_, line) => `line ${line}`)];

    expect(read({ fault: 'threw', message: 'x', logs }).logs).toEqual(Array.from({ length: 19 }, (_, line) => `line ${line}`));
  });
});

describe('the code of an error', () => {
  it.each(['', 'A', '1a', 'a-b', 'a b', 'ü', `a${'b'.repeat(64)}`, 'a\n'])('%j is none', (code) => {
    expect(told({ kind: 'error', code, details: {}, refused: false })).toMatchObject({ kind: 'fault', fault: 'no_answer' });
  });

  it.each(['a', 'no_money', `a${'b'.repeat(63)}`])('%s is one', (code) => {
    expect(told({ kind: 'error', code, details: {}, refused: true })).toEqual({ kind: 'error', code, details: {}, refused: true, logs: [] });
  });
});

describe('a detail that is too long', () => {
  it('is cut, so that a refusal stays a refusal', () => {
    const ran = told({ kind: 'error', code: 'no_money', details: { answer: 'x'.repeat(500) }, refused: true });

    expect(ran).toMatchObject({ kind: 'error', refused: true, details: { answer: `${'x'.repeat(199)}…` } });
  });
});

describe('a thread that did not answer', () => {
  it.each([
    [{ silent: true } as const, 'too_long'],
    [{ died: 'ERR_WORKER_OUT_OF_MEMORY' }, 'too_much_memory'],
    [{ died: 'exit' }, 'sandbox_broke'],
    [{ said: { broke: 'engine' } }, 'sandbox_broke'],
    [{ said: { broke: 'time' } }, 'too_long'],
    [{ said: { broke: 'stack' } }, 'threw'],
  ])('%j', (answer, fault) => {
    expect(readRan(answer, new Masked({}))).toMatchObject({ kind: 'fault', fault, logs: [] });
  });
});
