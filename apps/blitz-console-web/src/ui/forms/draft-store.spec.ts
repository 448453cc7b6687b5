import { describe, expect, it } from '@jest/globals';
import { draftKey, forgetDraft, keepDraft, readDraft } from './draft-store.ts';

function storage() {
  const kept = new Map<string, string>();
  return { kept, getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) };
}

const key = draftKey('sub-1', '/users/new', 'account');

describe('what was typed and not saved', () => {
  it('is there again, with the version that was looked at', () => {
    const store = storage();
    keepDraft(store, key, { values: { name: 'Ada', level: 2 }, etag: '"7"' }, []);
    expect(readDraft(store, key)).toEqual({ values: { name: 'Ada', level: 2 }, etag: '"7"' });
    forgetDraft(store, key);
    expect(readDraft(store, key)).toBeUndefined();
  });

  it('never holds a secret', () => {
    const store = storage();
    keepDraft(store, key, { values: { name: 'Ada', password: 'hunter2' } }, ['password']);
    expect([...store.kept.values()].join()).not.toContain('hunter2');
    expect(readDraft(store, key)).toEqual({ values: { name: 'Ada' } });
  });

  it('belongs to one person, one address and one form', () => {
    const keys = [key, draftKey('sub-2', '/users/new', 'account'), draftKey('sub-1', '/users', 'account'), draftKey('sub-1', '/users/new', 'other')];
    expect(new Set(keys).size).toBe(4);
  });

  it.each(['', 'no json', 'null', '1', '{}', '{"values":1}'])('that can not be read is none: %p', (text) => {
    const store = storage();
    store.kept.set(key, text);
    expect(readDraft(store, key)).toBeUndefined();
  });

  it('is not kept where storage is full, and nothing breaks', () => {
    const full = { ...storage(), setItem: () => { throw new Error('quota'); } };
    keepDraft(full, key, { values: {} }, []);
    expect(readDraft(full, key)).toBeUndefined();
  });
});
