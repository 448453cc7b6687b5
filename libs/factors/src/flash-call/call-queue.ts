/** The calls that wait to be made. An entry is a challenge's id and nothing else (R14). */
export abstract class CallQueue {
  /** @param correlation follows the call through logs and to the provider */
  abstract add(challengeId: string, correlation: string): Promise<void>;
}
