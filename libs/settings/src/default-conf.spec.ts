import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readBlitzConf } from './file/read-blitz-conf.ts';
import { effectiveSettings } from './saved/effective-settings.ts';
import { transformAttribute } from './schema/attribute-meta.ts';
import { defaultValues, settingKeys } from './schema/schema.ts';

const file = await readBlitzConf(fileURLToPath(new URL('../../../blitz.conf', import.meta.url)));

describe("the repository's blitz.conf", () => {
  it('is read without a warning and shows every setting', () => {
    expect(file.warnings).toEqual([]);
    expect([...file.written].sort()).toEqual([...settingKeys].sort());
  });

  it('has password and incoming call on and asks for both, and otherwise says the defaults', () => {
    const { 'login.factors': factors, 'login.required-factor': required, ...others } = file.values;
    expect(factors).toEqual([[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: true }]]);
    expect(required).toBe(2);
    for (const [key, value] of Object.entries(others))
      expect([key, value]).toEqual([key, defaultValues[key as keyof typeof others]]);
  });

  const phone = effectiveSettings(file, {}).settings.attributes.find(({ name }) => name === 'phone_number');

  it.each([
    ['+79001234567', '+79001234567'],
    ['89001234567', '+79001234567'],
    ['8 (900) 123-45-67', '+79001234567'],
    ['7 900 123 45 67', '+79001234567'],
    ['9001234567', '+79001234567'],
    [' 900-123-45-67 ', '+79001234567'],
    ['8001234567', '+78001234567'],
    ['+14155550100', '+14155550100'],
    ['+4930123456', '+4930123456'],
    ['+442079460958', '+442079460958'],
    ['123', '123'],
    ['', ''],
    ['900123456x', '900123456x'],
  ])('normalises Russian numbers and leaves the others: %s', (written, held) => {
    expect(phone && transformAttribute(phone, written)).toBe(held);
  });
});
