import { describe, expect, it } from '@jest/globals';
import { describePhoneNumber } from './describe-phone-number.ts';

describe('What a telephone number tells about itself', () => {
  it.each([
    ['a Russian mobile number', '+79161234567', { country: 'RU', callingCode: '7', type: 'mobile' }],
    ['a demo number', '+79000000001', { country: 'RU', callingCode: '7', type: 'mobile' }],
    ['a mobile number of Kazakhstan, which shares the code', '+77011234567', { country: 'KZ', callingCode: '7', type: 'mobile' }],
    ['a number in Moscow', '+74951234567', { country: 'RU', callingCode: '7', type: 'fixed_line' }],
    ['a number in New York', '+12125550123', { country: 'US', callingCode: '1', type: 'fixed_line_or_mobile' }],
    ['a British internet number', '+445600123456', { country: 'GB', callingCode: '44', type: 'voip' }],
    ['a premium-rate number', '+78091234567', { country: 'RU', callingCode: '7', type: 'other' }],
    ['nonsense', 'nonsense', { country: undefined, callingCode: '', type: 'other' }],
  ])('%s', (_what, number, facts) => {
    expect(describePhoneNumber(number)).toEqual(facts);
  });
});
