import { describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from './fakes/index.ts';
import { RecordDeed } from './record-deed.ts';

const person = { id: '8c1f3f4e-6b8a-4e0b-9d0a-0123456789ab', kind: 'person', address: '192.0.2.1', userAgent: 'Firefox', correlationId: 'c-1' } as const;

describe('what an administrator did', () => {
  it('stands in the journal with who, to whom, before and after', () => {
    const audit = new FakeAuditTrail();
    const sub = '9d1f3f4e-6b8a-4e0b-9d0a-0123456789ab';
    new RecordDeed(audit, { now: () => 1_800_000_000_000 }).execute({
      actor: person, resource: 'account', deed: 'changed', target: sub, sub,
      before: { phone_number: '+79001234567', name: 'Ada' }, after: { phone_number: '+79001230099', name: 'Ada', password: 'correct horse' },
    });
    expect(audit.events).toEqual([{
      type: 'administration', at: 1_800_000_000_000, sub, address: '192.0.2.1', userAgent: 'Firefox', correlationId: 'c-1',
      details: {
        resource: 'account', deed: 'changed', target: sub, actor: person.id,
        change: { phone_number: { before: '··· 45 67', after: '··· 00 99' }, password: { after: '•••' } },
      },
    }]);
  });

  it('names the program that did it', () => {
    const audit = new FakeAuditTrail();
    new RecordDeed(audit, { now: () => 1_800_000_000_000 }).execute({ actor: { ...person, id: 'ops', kind: 'program' }, resource: 'application', deed: 'deleted', target: 'shop' });
    expect(audit.events[0]).toMatchObject({ clientId: 'ops', details: { target: 'shop', actor: 'ops' } });
  });
});
