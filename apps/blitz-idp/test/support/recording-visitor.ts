import { Visitor } from './visitor.ts';
import { formHeaders } from './person.ts';

/** A visitor who keeps every byte of every answer. */
export class RecordingVisitor extends Visitor {
  readonly received: string[] = [];

  static of({ town, account, phone }: Visitor): RecordingVisitor {
    return new RecordingVisitor(town, account, phone);
  }

  override async asks(url: string, init: RequestInit = {}): Promise<Response> {
    const answer = await super.asks(url, init);
    const body = await answer.clone().text();
    this.received.push(url, ...[...answer.headers].map(([name, value]) => `${name}: ${value}`), body);
    return answer;
  }

  /** Types codes; what the person sent is not counted as received, what came back is. */
  async entersSecretly(...codes: readonly string[]): Promise<void> {
    for (const code of codes) {
      const form = this.page.html.includes('method/flashCall/code?') ? this.form('/blitz/login/method/flashCall/code', { code }) : undefined;
      if (form === undefined) return;
      await this.opens(form.url, { method: 'POST', body: form.body, headers: formHeaders });
    }
  }
}
