export type { ForgottenBudget } from './care/care-rules.ts';
export { CareSettings, type CareSetting } from './care/care-settings.ts';
export { ReadSecurity, type AccountSecurity, type CallStanding, type SecurityStores } from './care/read-security.ts';
export { ResetFlashCall } from './care/reset-flash-call.ts';
export { ResetPassword, type ResetStores } from './care/reset-password.ts';
export { unblockable, UnblockMethod, type Unblockable, type UnblockStores } from './care/unblock-method.ts';
export { factorKinds, type FactorKind } from './factor-kind.ts';
export type { Assurance, Factor } from './factor.ts';
export type { FactorTable } from './factor-table.ts';
export { AskForCall, type AskVerdict, type Press } from './flash-call/ask-for-call.ts';
export { type CallVerdict, type ClaimVerdict, type Placement, settle } from './flash-call/call-rules.ts';
export { callerCode } from './flash-call/caller-code.ts';
export {
  CallProvider,
  type CallOrder,
  type CallOutcome,
  type CheckOrder,
  type CheckOutcome,
  type HangUpOutcome,
  type PassedOver,
  type PlacedCall,
  type Proof,
} from './flash-call/call-provider.ts';
export { CallLedger, type FaultOf } from './flash-call/call-ledger.ts';
export { CallQueue } from './flash-call/call-queue.ts';
export { endings, type Challenge, type ChallengeState, type Ending, type Verification } from './flash-call/challenge.ts';
export { accountOf, newChallengeId } from './flash-call/challenge-id.ts';
export { ChallengeIds } from './flash-call/challenge-ids.ts';
export { viewOf, type CallView, type Looking } from './flash-call/call-view.ts';
export { Challenges, type Asker, type Attempt, type Conclusion, type JudgedAttempt, type Presser } from './flash-call/challenges.ts';
export type { AskedEntry } from './flash-call/checks/asked-entries.ts';
export { CheckEntry, type CheckEntryStores, type Checking, type CheckJob } from './flash-call/checks/check-entry.ts';
export type { CheckAnswer } from './flash-call/checks/check-rules.ts';
export { CodeChecks, type CheckWay } from './flash-call/checks/code-checks.ts';
export { CodeDigest } from './flash-call/code-digest.ts';
export { EnterCode, type Entry, type EntryAnswer } from './flash-call/enter-code.ts';
export { EntryNotes, type NotedEntry } from './flash-call/entry-notes.ts';
export type { AskingVerdict, EntryVerdict } from './flash-call/entry-rules.ts';
export { FlashCallFactor } from './flash-call/flash-call-factor.ts';
export { FlashCallSettings } from './flash-call/flash-call-settings.ts';
export { FollowUpQueue } from './flash-call/checks/follow-up-queue.ts';
export { HangUp, type HangingUp } from './flash-call/hang-up.ts';
export { checkMs, diallingMs, queueMs, slowMs, verdictMs, type CallLimits } from './flash-call/limits.ts';
export type { CompletedCall, MadeCall } from './flash-call/made-call.ts';
export { MoveCall, type Movement } from './flash-call/move-call.ts';
export { OpenEntries, type PaidEntry } from './flash-call/checks/open-entries.ts';
export { phoneOf } from './flash-call/phone-of.ts';
export { PlaceCall, type Job, type PlaceCallStores, type Placing } from './flash-call/place-call.ts';
export { readCode } from './flash-call/read-code.ts';
export { rings, type Ring } from './flash-call/ring.ts';
export type { RingVerdict } from './flash-call/ring-rules.ts';
export { routesBy, type RouteOf } from './flash-call/route-of.ts';
export type { Route } from './flash-call/route.ts';
export { untouched, type Standing } from './flash-call/standing.ts';
export { CallGuards, type Bucket, type GuardedPress, type GuardVerdict } from './guards/call-guards.ts';
export { CallGate, type Asking, type GateVerdict } from './guards/call-gate.ts';
export { CallTags } from './guards/call-tags.ts';
export { guardDimensions, type GuardDimension } from './guards/guard-dimension.ts';
export { numberTypes, pumpingWindowMs, type GuardLimits, type NumberType, type PumpingLimits } from './guards/guard-limits.ts';
export { GuardSettings } from './guards/guard-settings.ts';
export { CallQueueState, type QueueLine, type Queues } from './ledger/call-queue-state.ts';
export { CallStatistics, type CallFault, type DestinationStatistics } from './ledger/call-statistics.ts';
export { acr, assuranceOf, trustedBrowserAmr, type Acr, type LoginAssurance } from './login/assurance.ts';
export { handOverAfterMs, handOverMs, lookAtHandOver, type HandOver, type HandOverVerdict } from './login/hand-over.ts';
export { loginMs, type Login } from './login/login.ts';
export { Logins } from './login/logins.ts';
export { nextStep, secondFactors, type Level, type NextStep, type Progress } from './login/next-step.ts';
export type { Origin } from './login/origin.ts';
export { CheckPassword, type Credentials, type PasswordAnswer, type PasswordStores } from './password/check-password.ts';
export { noFailures, PasswordAttempts, type AttemptVerdict, type PasswordLimits, type PasswordStanding } from './password/password-attempts.ts';
export { PasswordFactor } from './password/password-factor.ts';
export { PasswordSettings } from './password/password-settings.ts';
