import { MethodRules, SaveMethods, SettingsStore, type FactorEntry, type Method } from '@blitz/settings';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../../api/answer.ts';
import { Asked } from '../../api/asked.ts';
import { Serves } from '../../api/serves.ts';
import { tagged } from '../../api/tagged.ts';
import { describeLacks } from '../describe-settings.ts';
import { saved } from '../refusals.ts';
import { readMethods, saveMethods } from './methods.routes.ts';

/** The two lists of methods. */
@Controller()
export class MethodsController {
  @Inject(SettingsStore) private readonly store!: SettingsStore;
  @Inject(MethodRules) private readonly rules!: MethodRules;
  @Inject(SaveMethods) private readonly saveMethods!: SaveMethods;

  @Serves(readMethods)
  read(): Promise<Answer<typeof readMethods>> {
    return this.#current();
  }

  @Serves(saveMethods)
  async save(@Asked() { body: { first, second }, ifMatch: expectedVersion, actor }: Asked<typeof saveMethods>): Promise<Answer<typeof saveMethods>> {
    const lists = [first.map(entry), second.map(entry)] as const;
    await saved(this.saveMethods.execute({ lists, expectedVersion, actor }), inList, () => this.#current());
    return this.#current();
  }

  async #current() {
    const latest = await this.store.latest();
    const [first, second] = await this.rules.describe(latest?.values ?? {});
    return tagged(latest?.version ?? 0, { first: first.map(describeMethod), second: second.map(describeMethod) });
  }
}

const entry = ({ id, enabled }: { readonly id: string; readonly enabled: boolean }): FactorEntry => ({ method: id, enabled });

const describeMethod = ({ id, enabled, state, missing }: Method) => ({ id, enabled, state, missing: describeLacks(missing) });

/** `login.factors[1][0].method` → `/body/second/0/id` */
function inList(key: string): string {
  const [list, ...below] = key.match(/\d+|method$|enabled$/g) ?? [];
  return ['/body', list === '0' ? 'first' : 'second', ...below.map((step) => (step === 'method' ? 'id' : step))].join('/');
}
