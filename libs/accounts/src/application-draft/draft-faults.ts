import { printable } from '@blitz/audit';
import { addressFault } from './address-fault.ts';
import type { ApplicationDraft, ApplicationForPeople } from './application-draft.ts';
import type { DraftFault } from './application-refused.ts';

const longestName = 100;
const mostAddresses = 50;

/** All that is wrong with what an administrator says of an application; nothing when it can be saved. */
export function draftFaults(draft: ApplicationDraft): readonly DraftFault[] {
  const named = isName(draft.name) ? [] : [{ field: 'name', rule: 'name', expected: `1 to ${String(longestName)} characters that can be read, without blanks around them` } as const];
  return [...named, ...(draft.kind === 'machine' ? machineFaults(draft.privileges) : peopleFaults(draft))];
}

function isName(name: string): boolean {
  return name !== '' && name.trim() === name && printable(name, longestName) === name;
}

function machineFaults(privileges: readonly string[]): DraftFault[] {
  return privileges.length > 0 ? [] : [{ field: 'privileges', rule: 'minItems', expected: 'at least one privilege' }];
}

function peopleFaults(draft: ApplicationForPeople): DraftFault[] {
  const none = draft.redirectUris.length === 0;
  const missing: DraftFault[] = none ? [{ field: 'redirectUris', rule: 'minItems', expected: 'at least one address' }] : [];
  return [...missing, ...listFaults('redirectUris', draft), ...listFaults('postLogoutRedirectUris', draft)];
}

function listFaults(field: 'redirectUris' | 'postLogoutRedirectUris', draft: ApplicationForPeople): DraftFault[] {
  const list = draft[field];
  if (list.length > mostAddresses) return [{ field, rule: 'maxItems', expected: `at most ${String(mostAddresses)} addresses` }];
  return list.flatMap((text, index): DraftFault[] => {
    if (list.indexOf(text) < index) return [{ field, index, rule: 'address_repeated', expected: 'each address once' }];
    const fault = addressFault(text, draft.kind);
    return fault === undefined ? [] : [{ field, index, ...fault }];
  });
}
