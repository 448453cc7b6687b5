import { CallLedger, type FaultOf } from '../flash-call/call-ledger.ts';
import type { Route } from '../flash-call/route.ts';

/** Remembers what it was told. */
export class FakeCallLedger extends CallLedger {
  readonly lines: { readonly what: string; readonly route: Route; readonly because?: string; readonly tookMs?: number }[] = [];
  readonly faults: (FaultOf & { readonly because: string; readonly hint: string })[] = [];

  offered(route: Route): void {
    this.lines.push({ what: 'offered', route });
  }

  placed(route: Route): void {
    this.lines.push({ what: 'placed', route });
  }

  failed(route: Route, because: string, hint: string): void {
    this.lines.push({ what: 'failed', route, because });
    const { procedure, destination } = route;
    this.fault({ procedure, destination }, because, hint);
  }

  fault(of: FaultOf, because: string, hint: string): void {
    this.faults.push({ ...of, because, hint });
  }

  completed(route: Route, tookMs: number): void {
    this.lines.push({ what: 'completed', route, tookMs });
  }
}
