import { describe, expect, it } from '@jest/globals';
import { acceptedEncoding } from './accepted-encoding.ts';

describe('how a file is sent', () => {
  it.each([
    ['gzip, deflate, br, zstd', ['br', 'gzip'], 'br'],
    ['gzip', ['br', 'gzip'], 'gzip'],
    ['BR;q=0.5, gzip', ['br', 'gzip'], 'br'],
    ['br;q=0, gzip;q=0.000', ['br', 'gzip'], undefined],
    ['br', [], undefined],
    ['', ['br'], undefined],
    [undefined, ['br'], undefined],
    ['brr, xgzip', ['br', 'gzip'], undefined],
  ] as const)('to a browser that accepts %p, of %j: %p', (header, offered, encoding) => {
    expect(acceptedEncoding(header, offered)).toBe(encoding);
  });
});
