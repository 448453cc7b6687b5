/** What has to be said to a provider about a call that it made. A job is names and nothing else (R14). */
export abstract class FollowUpQueue {
  abstract check(challengeId: string, entry: string, correlation: string): Promise<void>;
  abstract hangUp(challengeId: string, correlation: string): Promise<void>;
}
