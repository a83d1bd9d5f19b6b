import { expect, test } from './fixtures';
import { killHard } from './koppel-process';
import { importFile, readyRecord } from './work-order-file';

const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;

test.beforeEach(async ({ activate, koppel, scratch }) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  expect((await koppel('import', [importFile(scratch, [readyRecord('Kraan')])])).exitCode).toBe(0);
});

test('killed between create and answer: the next start finds the order', async ({
  start,
  koppel,
  snelstart,
  heldAnswers,
}) => {
  const created = heldAnswers.after(snelstart.control, CREATE);
  const archiving = start('archive', ['--all']);
  await created.arrived;
  await killHard(archiving);
  expect(snelstart.control.documents()).toHaveLength(1);

  const next = await koppel('sync');
  expect(next.exitCode, next.stderr).toBe(0);
  const [order, ...others] = snelstart.control.documents();
  expect(others).toEqual([]);
  expect((await koppel('queue')).json.rows).toMatchObject([{ state: 'booked', documentNumber: order?.number }]);
});

test('killed before the create arrived: sent once more, after the quiet period', async ({
  start,
  koppel,
  snelstart,
  heldAnswers,
}) => {
  // 2.5 minutes in which a late request could still arrive, and a second look-up a minute later (its manifest).
  test.setTimeout(5 * 60_000);
  const creating = heldAnswers.before(snelstart.control, CREATE);
  const archiving = start('archive', ['--all']);
  await creating.arrived;
  await killHard(archiving);
  expect(snelstart.control.documents()).toEqual([]);

  const next = await koppel('sync');
  expect(next.exitCode, next.stderr).toBe(0);
  expect(next.stderr).toContain('Nog 1 document onderweg');
  const [order, ...others] = snelstart.control.documents();
  expect(others).toEqual([]);
  expect((await koppel('queue')).json.rows).toMatchObject([{ state: 'booked', documentNumber: order?.number }]);
});
