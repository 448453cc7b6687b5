import { secondFactors, type FactorKind, type FactorTable } from '@blitz/factors';
import { methodWords, type Language, type Method } from '@blitz/pages';
import { paths, to } from './paths.ts';
import type { LoginVisit } from './read-login.ts';

/** Where each second factor is asked for. A new kind does not compile until it has its page. */
const pageOf: Readonly<Record<Exclude<FactorKind, 'password'>, (typeof paths)[keyof typeof paths]>> = {
  flashCall: paths.flashCall,
};

/** The other methods of this account, in the administrator's order: always in reach. */
export function otherMethods(
  { account, bo }: LoginVisit,
  second: readonly string[],
  factors: FactorTable,
  language: Language,
  except: FactorKind | undefined,
): Method[] {
  return secondFactors(account, second, factors)
    .filter((kind) => kind !== 'password')
    .filter((kind) => kind !== except)
    .map((kind) => ({ ...methodWords(language, kind), href: to(pageOf[kind], bo) }));
}
