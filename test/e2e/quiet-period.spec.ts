import { expect, test } from './fixtures';
import { killHard } from './koppel-process';
import { importFile, readyRecord } from './work-order-file';

const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;

test('killed before the create arrived: sent once more, after the quiet period', async ({
  activate,
  start,
  koppel,
  scratch,
  snelstart,
  heldAnswers,
}) => {
  // 2.5 minutes in which a late request could still arrive, and a second look-up a minute later (its manifest).
  test.setTimeout(5 * 60_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  expect((await koppel('import', [importFile(scratch, [readyRecord('Kraan')])])).exitCode).toBe(0);
  const creating = heldAnswers.before(snelstart.control, CREATE);
  const archiving = start('archive', ['--all']);
  await creating.arrived;
  await killHard(archiving);
  expect(snelstart.control.documents()).toEqual([]);

  const next = await koppel('sync');
  expect(next.exitCode, next.stderr).toBe(0);
  expect(next.stderr).toContain('Nog 1 boekstuk onderweg');
  const [order, ...others] = snelstart.control.documents();
  expect(others).toEqual([]);
  expect((await koppel('queue')).json.rows).toMatchObject([{ state: 'booked', documentNumber: order?.number }]);
});
