import { afterAll, describe, expect, it } from '@jest/globals';
import { AxiosEgress } from '@blitz/telephony';
import { faultOf, sending } from './asking.ts';

const asked: string[] = [];
let answers: readonly string[] = [];
const egress = new AxiosEgress({
  resolve: (hostname) => {
    asked.push(hostname);
    return Promise.resolve(answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  },
});
afterAll(() => egress.close());

const verdict = async (url: string, hosts?: readonly string[]): Promise<string> => {
  const { fault, neverSent } = faultOf(await egress.send(sending(url, hosts === undefined ? {} : { hosts })));
  expect(neverSent).toBe(true);
  return fault;
};

describe('an address that is not public is refused, however it is written', () => {
  it.each([
    ['https://127.0.0.1/', 'loopback'],
    ['https://127.1/', 'short'],
    ['https://127.0.1/', 'short'],
    ['https://2130706433/', 'decimal'],
    ['https://017700000001/', 'octal'],
    ['https://0177.0.0.1/', 'octal'],
    ['https://0x7f000001/', 'hexadecimal'],
    ['https://0x7f.0x0.0x0.0x1/', 'hexadecimal'],
    ['https://0x7F.1/', 'hexadecimal and short'],
    ['https://127.0.0.1./', 'with a dot at the end'],
    ['https://①②⑦.0.0.1/', 'circled digits'],
    ['https://１２７.0.0.1/', 'fullwidth digits'],
    ['https://127。0。0。1/', 'ideographic full stops'],
    ['https://%31%32%37.0.0.1/', 'percent-encoded'],
    ['https://0/', 'zero'],
    ['https://0.0.0.0/', 'unspecified'],
    ['https://10.1.2.3/', 'private'],
    ['https://172.31.255.255/', 'private'],
    ['https://192.168.1.1/', 'private'],
    ['https://169.254.169.254/latest/meta-data/', 'metadata of clouds'],
    ['https://2852039166/', 'metadata of clouds, decimal'],
    ['https://168.63.129.16/', 'metadata of Azure'],
    ['https://100.100.100.200/', 'metadata of Alibaba'],
    ['https://192.0.0.192/', 'metadata of Oracle'],
    ['https://255.255.255.255/', 'broadcast'],
    ['https://224.0.0.1/', 'multicast'],
    ['https://[::1]/', 'loopback'],
    ['https://[::]/', 'unspecified'],
    ['https://[0:0:0:0:0:0:0:1]/', 'written out'],
    ['https://[::ffff:127.0.0.1]/', 'mapped'],
    ['https://[::ffff:7f00:1]/', 'mapped, hexadecimal'],
    ['https://[::ffff:169.254.169.254]/', 'mapped metadata'],
    ['https://[::127.0.0.1]/', 'compatible'],
    ['https://[64:ff9b::10.0.0.1]/', 'NAT64'],
    ['https://[64:ff9b:1::10.0.0.1]/', 'local NAT64'],
    ['https://[2002:7f00:1::]/', '6to4'],
    ['https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/', 'Teredo'],
    ['https://[fd00:ec2::254]/', 'metadata of Amazon'],
    ['https://[fe80::1]/', 'link-local'],
    ['https://[fec0::1]/', 'site-local'],
    ['https://[ff02::1]/', 'multicast'],
    ['https://[2001:db8::1]/', 'documentation'],
  ])('%s (%s)', async (url) => {
    expect(await verdict(url)).toBe('address_refused');
    expect(asked).toEqual([]);
  });
});

describe('a name that leads there is refused after it was resolved', () => {
  it.each([
    ['to this machine', ['127.0.0.1']],
    ['to metadata', ['169.254.169.254']],
    ['to a private network', ['10.0.0.1']],
    ['to a public and a private address', ['93.184.215.14', '192.168.0.1']],
    ['to a private and a public address', ['192.168.0.1', '93.184.215.14']],
    ['to public IPv4 and private IPv6', ['93.184.215.14', 'fd00::1']],
    ['to mapped loopback', ['::ffff:127.0.0.1']],
    ['to a link-local address with its zone', ['fe80::1%eth0']],
    ['to what is no address', ['localhost']],
    ['to an octal form that others read otherwise', ['0177.0.0.1']],
  ])('%s', async (_what, addresses) => {
    answers = addresses;
    expect(await verdict('https://provider.example/')).toBe('address_refused');
  });

  it('a name without an address is unknown', async () => {
    answers = [];
    expect(await verdict('https://provider.example/')).toBe('name_unknown');
  });

  it('localhost of the system resolver is refused, with every other name for it', async () => {
    const own = new AxiosEgress();
    expect(faultOf(await own.send(sending('https://localhost/'))).fault).toBe('address_refused');
    expect(faultOf(await own.send(sending('https://LOCALHOST:8443/'))).fault).toBe('address_refused');
    own.close();
  });
});

describe('an address is refused when it is not what it seems', () => {
  const hosts = ['provider.example', '127.0.0.1'];
  it.each([
    ['', 'url_invalid'],
    ['/call', 'url_invalid'],
    ['provider.example/call', 'url_invalid'],
    ['//provider.example/call', 'url_invalid'],
    ['https:provider.example/', 'url_invalid'],
    ['https:/provider.example/', 'url_invalid'],
    ['https:///provider.example/', 'url_invalid'],
    ['https://', 'url_invalid'],
    ['https://?x', 'url_invalid'],
    ['https:\\\\provider.example\\', 'url_invalid'],
    ['https://provider.example\\@evil.example/', 'url_invalid'],
    [' https://provider.example/', 'url_invalid'],
    ['https://provider.example/\n', 'url_invalid'],
    ['ht\ttps://provider.example/', 'url_invalid'],
    ['https://provider.exa\u00admple/', 'url_invalid'],
    ['https://provider.example/a b', 'url_invalid'],
    ['https://provider.example/\u200b', 'url_invalid'],
    ['https://provider.example/\0', 'url_invalid'],
    ['https://provider.example/\ud800', 'url_invalid'],
    ['https://user:secret@provider.example/', 'url_invalid'],
    ['https://@provider.example/', 'url_invalid'],
    ['https://provider.example@127.0.0.1/', 'url_invalid'],
    ['https://provider.example:99999/', 'url_invalid'],
    ['https://provider.example%00/', 'url_invalid'],
    ['https://[fe80::1%25eth0]/', 'url_invalid'],
    ['https://256.0.0.1/', 'url_invalid'],
    [`https://provider.example/${'a'.repeat(8192)}`, 'url_invalid'],
    [`https://${'a.'.repeat(140)}example/`, 'url_invalid'],
    ['http://provider.example/', 'scheme_refused'],
    ['HTTP://provider.example/', 'scheme_refused'],
    ['http://127.0.0.1:8080/', 'scheme_refused'],
    ['ftp://provider.example/', 'scheme_refused'],
    ['file:///etc/passwd', 'scheme_refused'],
    ['data:text/plain,1234', 'scheme_refused'],
    ['javascript:alert(1)', 'scheme_refused'],
    ['unix:/run/docker.sock', 'scheme_refused'],
    ['wss://provider.example/', 'scheme_refused'],
    ['https://evil.example/', 'host_refused'],
    ['https://provider.example.evil.example/', 'host_refused'],
    ['https://sub.provider.example/', 'host_refused'],
    ['https://provider.example:8443/', 'host_refused'],
    ['https://provider.example./', 'host_refused'],
    ['https://provider-example/', 'host_refused'],
    ['https://рrovider.example/', 'host_refused'], // a Cyrillic р
  ])('%j: %s', async (url, fault) => {
    answers = ['10.0.0.1'];
    expect(await verdict(url, hosts)).toBe(fault);
  });

  it('but not for how its host is written: it is judged in the form of the URL standard', async () => {
    answers = ['10.0.0.1'];
    for (const url of ['https://PROVIDER.example/', 'HTTPS://provider.example:443/', 'https://provider。example/', 'https://%70rovider.example#a']) {
      expect(await verdict(url, hosts)).toBe('address_refused');
    }
    expect(await verdict('https://провайдер.рф/', [new URL('https://провайдер.рф').host])).toBe('address_refused');
  });
});

it('R14 a message tells the host and nothing else, and no number that hides in the host', async () => {
  answers = ['10.0.0.1'];
  const { message } = faultOf(await egress.send(sending('https://79001234567.provider.example/path-7711?code=8822#x')));
  expect(message).toBe('···.provider.example leads to an address that is not public');
  const refused = faultOf(await egress.send(sending('https://79001234567.example/path-7711?code=8822', { hosts: [] })));
  expect(refused.message).toBe('···.example is not in the procedure\'s list of hosts');
});

describe('what the operator allows', () => {
  it.each([
    [{ allowAddresses: ['10.0.0'] }],
    [{ allowAddresses: ['10.0.0.0/33'] }],
    [{ allowAddresses: ['10.0.0.0/8/8'] }],
    [{ allowAddresses: ['010.0.0.0/8'] }],
    [{ allowAddresses: ['exchange.example'] }],
    [{ allowHttp: ['http://127.0.0.1:8080'] }],
    [{ allowHttp: ['127.0.0.1:8080/call'] }],
    [{ allowHttp: ['user@127.0.0.1'] }],
    [{ allowHttp: [''] }],
  ])('%j is no policy: the service does not start with it', (policy) => {
    expect(() => new AxiosEgress(policy)).toThrow(/^allow(Addresses|Http): /);
  });
});
