import type { Concern, Place } from './concern.ts';
import { Expected } from './expected.ts';
import { Staged } from './staged.ts';
import { isWebAddress, webAddress, webAddressWords } from './web-address.ts';
import { TrustedProxies } from '../http/trusted-proxies.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** How a service is reached, whom it believes, and how much it says. */
export abstract class WebEnvironment {
  abstract readonly production: boolean;
  abstract readonly port: number;
  abstract readonly host: string;
  /** The address as people see it, path included, without a slash at the end: `https://id.example.org/blitz`. */
  abstract readonly publicUrl: string;
  abstract readonly trustedProxies: TrustedProxies;
  abstract readonly logLevel: LogLevel;
}

export class WebVariables extends Staged implements Concern<WebEnvironment> {
  @Expected('a port number from 0 to 65535', (text) => text === '' || (/^\d{1,5}$/.test(text) && Number(text) < 65_536))
  readonly BLITZ_PORT: string = '';

  @Expected('a host name or address to listen on', (text) => /^[\w.:-]*$/.test(text))
  readonly BLITZ_HOST: string = '';

  @Expected(webAddressWords, (text, stage) => (text === '' ? !stage.production : isWebAddress(text, stage)))
  readonly BLITZ_PUBLIC_URL: string = '';

  @Expected('addresses or networks with a comma between them, such as 10.0.0.0/8,fd00::/8', TrustedProxies.canRead)
  readonly BLITZ_TRUSTED_PROXIES: string = '';

  @Expected(`one of ${logLevels.join(', ')}`, (text) => logLevels.some((each) => each === text))
  readonly BLITZ_LOG_LEVEL: string = 'info';

  /** In development only this machine reaches the service; in production it stands in a container, behind a proxy. */
  typed(place: Place): WebEnvironment {
    const port = this.BLITZ_PORT === '' ? place.port : Number(this.BLITZ_PORT);
    return {
      production: this.production,
      port,
      host: this.BLITZ_HOST || (this.production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl: webAddress(this.BLITZ_PUBLIC_URL || `http://localhost:${String(port)}${place.path}`),
      trustedProxies: TrustedProxies.read(this.BLITZ_TRUSTED_PROXIES),
      logLevel: logLevels.find((each) => each === this.BLITZ_LOG_LEVEL) ?? 'info',
    };
  }
}
