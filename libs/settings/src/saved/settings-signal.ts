/** Tells every running service that a version was saved. May be lost: whoever listens also looks from time to time. */
export abstract class SettingsSignal {
  abstract announce(version: number): Promise<void>;

  /** @returns how to stop listening. */
  abstract subscribe(listener: (version: number) => void): Promise<() => Promise<void>>;
}
