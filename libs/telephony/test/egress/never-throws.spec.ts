import { describe, expect, it } from '@jest/globals';
import { AxiosEgress } from '@blitz/telephony';
import fc from 'fast-check';
import { faultOf, providerName, sending } from './asking.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const pieces = fc.constantFrom(
  'https', 'http', ':', '/', '//', '\\', '@', '#', '?', '%00', '%2e', '.', '[', ']', '::1', '127.0.0.1', '2130706433', '0x7f.1', providerName,
  ':443', ':8443', '\t', '\n', ' ', '\0', '。', '①', '\ud800', '\u00ad', 'xn--', 'xn--a', 'localhost',
);
const url = fc.oneof(
  text,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 8 }).map((parts) => `https://${parts.join('')}`),
  fc.array(pieces, { maxLength: 3 }).map((parts) => `https://${providerName}${parts.join('')}`),
);

describe('whatever is asked for', () => {
  it('the answer is a fault in words, nothing was sent, and only a listed host was ever looked up', async () => {
    const looked = new Set<string>();
    const egress = new AxiosEgress({
      resolve: (hostname) => {
        looked.add(hostname);
        return Promise.resolve([{ address: '10.0.0.1', family: 4 }]);
      },
    });
    const asking = fc.record({
      url,
      method: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('GET', 'POST') }, text),
      headers: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, fc.array(fc.tuple(text, text))),
      body: text,
      correlation: text,
    });
    await fc.assert(
      fc.asyncProperty(asking, async ({ url: address, ...rest }) => {
        const hosts = [providerName, `${providerName}:8443`, '127.0.0.1', '[::1]'];
        const fault = faultOf(await egress.send(sending(address, { ...rest, hosts })));
        expect(fault.neverSent).toBe(true);
        expect(fault.message).toMatch(/^[^\r\n\0]{10,400}$/);
      }),
      { numRuns: 2_000 },
    );
    expect([...looked]).toEqual([providerName]);
    egress.close();
  });
});
