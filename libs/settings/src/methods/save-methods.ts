import type { Actor } from '@blitz/audit';
import type { ChangeSettings } from '../configuration/change-settings.ts';
import type { FileSettings } from '../file/file-settings.ts';
import { SettingsRefused } from '../saved/settings-refused.ts';
import type { FactorEntry, FactorLists } from '../schema/factor-lists.ts';
import type { SavedProblem } from '../saved/saved-settings.ts';

export interface SaveMethodsCommand {
  /** Each list whole, in the order wanted. */
  readonly lists: FactorLists;
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** Orders the methods of both lists and switches them on and off. Which ones there are, the file says alone. */
export class SaveMethods {
  constructor(
    private readonly file: FileSettings,
    private readonly change: ChangeSettings,
  ) {}

  /** @throws SettingsRefused when a list is not the file's; and as ChangeSettings does */
  async execute({ lists, expectedVersion, actor }: SaveMethodsCommand): Promise<number> {
    const listed = this.file.values['login.factors'];
    const problems = [...unlike(lists[0], listed[0], 0), ...unlike(lists[1], listed[1], 1)];
    if (problems.length > 0) throw new SettingsRefused(problems);
    return this.change.execute({ changes: { 'login.factors': lists }, expectedVersion, actor });
  }
}

function unlike(wanted: readonly FactorEntry[], listed: readonly FactorEntry[], position: 0 | 1): readonly SavedProblem[] {
  const known = listed.map(({ method }) => method);
  const given = wanted.map(({ method }) => method);
  if (known.length === given.length && known.every((method) => given.includes(method))) return [];
  const names = known.join(', ');
  const text =
    names === ''
      ? { en: 'an empty list: blitz.conf lists no method here', ru: 'пустой список: в blitz.conf здесь нет методов' }
      : { en: `each method that blitz.conf lists here, once: ${names}`, ru: `каждый метод из этого списка blitz.conf, один раз: ${names}` };
  return [{ key: `login.factors[${position}]`, expected: text.en, text }];
}
