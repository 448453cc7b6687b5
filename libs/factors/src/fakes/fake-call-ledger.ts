import { CallLedger } from '../flash-call/call-ledger.ts';
import type { Route } from '../flash-call/route.ts';

/** Remembers what it was told. */
export class FakeCallLedger extends CallLedger {
  readonly lines: { readonly what: string; readonly route: Route; readonly because?: string; readonly tookMs?: number }[] = [];

  offered(route: Route): void {
    this.lines.push({ what: 'offered', route });
  }

  placed(route: Route): void {
    this.lines.push({ what: 'placed', route });
  }

  failed(route: Route, because: string): void {
    this.lines.push({ what: 'failed', route, because });
  }

  completed(route: Route, tookMs: number): void {
    this.lines.push({ what: 'completed', route, tookMs });
  }
}
