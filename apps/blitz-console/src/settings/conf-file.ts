import type { FileSettings } from '@blitz/settings';

/** blitz.conf as it was read when the service started. */
export abstract class ConfFile {
  abstract readonly settings: FileSettings;
}
