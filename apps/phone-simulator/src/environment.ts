import { readPhoneNumber } from './telephone/phone-number.ts';

export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  /** Listed before anybody is called, so that the first call can already go wrong. E.164. */
  readonly phones: readonly string[];
}

/** @throws RangeError with one sentence for whoever started it. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  if (env['NODE_ENV'] === 'production') {
    throw new RangeError('The phone simulator shows the codes of every call to everyone, so it refuses to run with NODE_ENV=production.');
  }
  const port = env['BLITZ_SIMULATOR_PORT'] ?? '9010';
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new RangeError('BLITZ_SIMULATOR_PORT must be a port number from 0 to 65535.');
  }
  const token = env['BLITZ_SIMULATOR_TOKEN'] ?? '1234567890';
  if (token === '') throw new RangeError('BLITZ_SIMULATOR_TOKEN must not be empty.');
  return { host: env['BLITZ_HOST'] ?? '127.0.0.1', port: Number(port), token, phones: readPhones(env['BLITZ_SIMULATOR_PHONES'] ?? '') };
}

function readPhones(text: string): readonly string[] {
  return text.split(',').filter((each) => each.trim() !== '').map((each) => {
    const number = readPhoneNumber(each.trim());
    if (number === undefined) throw new RangeError('BLITZ_SIMULATOR_PHONES must be numbers such as +79001234567 with a comma between them.');
    return number;
  });
}
