import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../main/db/open-store';
import { PracticeCompany } from './practice-company';

let test: PracticeCompany;
beforeEach(async () => {
  test = await PracticeCompany.open();
});
afterEach(() => test.close());

describe('from SnelStart to e-Boekhouden and back', () => {
  it('leaves each package what was sent to it, and sends it nothing that was meant for the other', async () => {
    await test.activate('snelstart');
    const [aCustomerOfSnelstart = ''] = await test.customerNames();
    const first = await test.archive('Ketel nakijken');
    expect(await test.settle()).toEqual({ [first]: 'booked' });

    // One that was frozen for SnelStart, and one that was archived when nothing was linked.
    await test.company.calls['sync:pause']({ paused: true });
    const frozen = await test.archive('Kraan vervangen');
    await test.deactivate('snelstart');
    await test.company.calls['sync:pause']({ paused: false });
    const unfrozen = await test.archive('Dakgoot reinigen');
    expect(await test.states()).toEqual({ [first]: 'booked', [frozen]: 'waiting', [unfrozen]: 'waiting' });

    await test.company.calls['integrations:accept-terms']('e-boekhouden');
    expect(await test.company.calls['integrations:wipe-preview']('e-boekhouden')).toMatchObject({
      value: { everythingRequired: true, undelivered: 2 },
    });
    const wiped = await test.activate('e-boekhouden');
    const backup = openStore({ file: wiped?.backupFile ?? '' });
    expect(backup.queue.counts()).toMatchObject({ booked: 1, waiting: 2 });
    backup.close();

    expect(await test.settle(), 'what waited was wiped with the rest').toEqual({});
    const second = await test.archive('Zekering vervangen');
    expect(Number(second), 'no number twice').toBeGreaterThan(Number(unfrozen));
    expect(await test.settle()).toEqual({ [second]: 'booked' });
    expect(await test.documents('e-boekhouden')).toHaveLength(1);
    expect(await test.documents('snelstart')).toHaveLength(1);

    await test.deactivate('e-boekhouden');
    expect((await test.activate('snelstart'))?.removed, 'Simon is emptied again').toMatchObject({ workOrders: 1 });
    expect(await test.customerNames()).toContain(aCustomerOfSnelstart);
    const third = await test.archive('Thermostaat plaatsen');
    expect(await test.settle()).toEqual({ [third]: 'booked' });
    expect(await test.documents('e-boekhouden')).toHaveLength(1);
    expect(await test.documents('snelstart')).toHaveLength(2);
  }, 120_000);

  it('goes on without a new key where nothing else led in between', async () => {
    await test.activate('snelstart');
    await test.deactivate('snelstart');
    const archived = await test.archive('Ketel nakijken');
    await test.company.calls['integrations:accept-terms']('e-boekhouden');

    await test.company.calls['integrations:accept-terms']('snelstart');
    await test.save('snelstart');
    expect(await test.settle()).toEqual({ [archived]: 'booked' });
    expect(await test.documents('snelstart')).toHaveLength(1);
  }, 120_000);
});

describe('from SnelStart to Exact Online', () => {
  it('sends no document there of which nobody knows whether SnelStart has it', async () => {
    await test.activate('snelstart');
    const snelstart = await test.practice.simulator('snelstart');
    snelstart.control.fault({ kind: 'reset-after-commit', match: { method: 'POST', path: '/verkooporders' } });
    snelstart.control.fault({
      kind: 'status',
      status: 500,
      match: { method: 'GET', path: '/verkooporders', times: 99 },
    });
    const unsure = await test.archive('Ketel nakijken');
    await test.company.settle(0, () => undefined);
    expect(await test.states()).toEqual({ [unsure]: 'unsure' });
    await test.deactivate('snelstart');

    await test.activate('exact-online');
    const second = await test.archive('Zekering vervangen');
    expect(await test.settle()).toEqual({ [second]: 'booked' });
    expect(await test.documents('exact-online')).toHaveLength(1);
    expect(await test.documents('snelstart'), 'the one that SnelStart did take').toHaveLength(1);
  }, 120_000);

  it('keeps the credentials of both apart in the keychain', async () => {
    await test.activate('snelstart');
    const key = await test.secrets.read({ companyId: 'company-1', package: 'snelstart' });
    await test.deactivate('snelstart');
    await test.activate('exact-online');
    expect(await test.secrets.read({ companyId: 'company-1', package: 'snelstart' })).toEqual(key);
    const login = await test.secrets.read({ companyId: 'company-1', package: 'exact-online' });
    for (const value of Object.values(key)) expect(Object.values(login)).not.toContain(value);
  }, 120_000);
});
