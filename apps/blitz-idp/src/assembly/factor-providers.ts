import { Accounts, PasswordHashes, Passwords } from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import {
  AskForCall,
  CallGate,
  CallGuards,
  CallLedger,
  CallProvider,
  CallQueue,
  CallTags,
  ChallengeIds,
  Challenges,
  CheckEntry,
  CheckPassword,
  CodeChecks,
  CodeDigest,
  EnterCode,
  EntryNotes,
  FlashCallFactor,
  FlashCallSettings,
  GuardSettings,
  FollowUpQueue,
  MoveCall,
  OpenEntries,
  PasswordAttempts,
  PasswordFactor,
  PasswordSettings,
  PlaceCall,
  routesBy,
} from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { assemble } from '@blitz/platform';
import type { Provider } from '@nestjs/common';
import { Factors, Keys } from './tokens.ts';

/** The rules of the product, put together. */
export const factorProviders: Provider[] = [
  { provide: CodeDigest, useFactory: (keys: Keys) => new CodeDigest(keys.of('code digest')), inject: [Keys] },
  {
    provide: ChallengeIds,
    useFactory: (keys: Keys, settings: FlashCallSettings) => new ChallengeIds(keys.of('challenge names'), settings),
    inject: [Keys, FlashCallSettings],
  },
  { provide: CallTags, useFactory: (keys: Keys) => new CallTags(keys.of('guards')), inject: [Keys] },
  assemble(CallGate, CallGuards, CallTags, GuardSettings, FlashCallSettings),
  {
    provide: AskForCall,
    useFactory: (
      challenges: Challenges,
      queue: CallQueue,
      ids: ChallengeIds,
      gate: CallGate,
      settings: FlashCallSettings,
      clock: Clock,
      audit: AuditTrail,
    ) => new AskForCall(challenges, { queue, ids, gate }, settings, clock, audit),
    inject: [Challenges, CallQueue, ChallengeIds, CallGate, FlashCallSettings, Clock, AuditTrail],
  },
  assemble(EntryNotes, AuditTrail, CallLedger),
  {
    provide: CodeChecks,
    useFactory: (
      challenges: Challenges,
      entries: OpenEntries,
      queue: FollowUpQueue,
      settings: FlashCallSettings,
      clock: Clock,
      notes: EntryNotes,
    ) => new CodeChecks(challenges, { entries, queue }, settings, clock, notes),
    inject: [Challenges, OpenEntries, FollowUpQueue, FlashCallSettings, Clock, EntryNotes],
  },
  {
    provide: EnterCode,
    useFactory: (
      challenges: Challenges,
      digest: CodeDigest,
      checks: CodeChecks,
      settings: FlashCallSettings,
      clock: Clock,
      notes: EntryNotes,
    ) => new EnterCode(challenges, { digest, checks }, settings, clock, notes),
    inject: [Challenges, CodeDigest, CodeChecks, FlashCallSettings, Clock, EntryNotes],
  },
  {
    provide: CheckEntry,
    useFactory: (
      challenges: Challenges,
      entries: OpenEntries,
      accounts: Accounts,
      settings: FlashCallSettings,
      ids: ChallengeIds,
      provider: CallProvider,
      clock: Clock,
      notes: EntryNotes,
    ) => new CheckEntry({ challenges, entries, accounts, settings, ids }, provider, clock, notes),
    inject: [Challenges, OpenEntries, Accounts, FlashCallSettings, ChallengeIds, CallProvider, Clock, EntryNotes],
  },
  assemble(MoveCall, Challenges, Clock, AuditTrail),
  assemble(FlashCallFactor, AskForCall, EnterCode, FlashCallSettings),
  {
    provide: PlaceCall,
    useFactory: (
      challenges: Challenges,
      accounts: Accounts,
      settings: FlashCallSettings,
      ids: ChallengeIds,
      tags: CallTags,
      provider: CallProvider,
      digest: CodeDigest,
      clock: Clock,
      audit: AuditTrail,
    ) => new PlaceCall({ challenges, accounts, settings, ids, routeOf: routesBy(tags) }, provider, digest, clock, audit),
    inject: [Challenges, Accounts, FlashCallSettings, ChallengeIds, CallTags, CallProvider, CodeDigest, Clock, AuditTrail],
  },
  {
    provide: CheckPassword,
    useFactory: (
      accounts: Accounts,
      passwords: Passwords,
      hashes: PasswordHashes,
      attempts: PasswordAttempts,
      settings: PasswordSettings,
      clock: Clock,
      audit: AuditTrail,
    ) => new CheckPassword({ accounts, passwords, hashes }, attempts, settings, clock, audit),
    inject: [Accounts, Passwords, PasswordHashes, PasswordAttempts, PasswordSettings, Clock, AuditTrail],
  },
  assemble(PasswordFactor, CheckPassword),
  {
    provide: Factors,
    useFactory: (password: PasswordFactor, flashCall: FlashCallFactor): Factors => ({ table: { password, flashCall } }),
    inject: [PasswordFactor, FlashCallFactor],
  },
];
