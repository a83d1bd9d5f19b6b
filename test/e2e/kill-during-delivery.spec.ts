import { expect, test } from './fixtures';
import { killHard } from './koppel-process';
import { archive, readyWorkOrder } from './office';
import { factOf } from './screens/frame';
import { QueueScreen } from './screens/queue';
import { importFile, readyRecord } from './work-order-file';

const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;

test('killed between create and answer: the next start finds the order', async ({
  activate,
  start,
  koppel,
  scratch,
  snelstart,
  heldAnswers,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  expect((await koppel('import', [importFile(scratch, [readyRecord('Kraan')])])).exitCode).toBe(0);
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

test('killed with its window between create and answer: opened again it shows the one order', async ({
  activate,
  openApp,
  snelstart,
  heldAnswers,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const { app, window } = await openApp();
  const workOrder = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  const created = heldAnswers.after(snelstart.control, CREATE);
  await archive(window, workOrder);
  await created.arrived;
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await gone;

  const again = await openApp();
  const panel = await new QueueScreen(again.window).open(workOrder.number);
  await expect(factOf(panel, 'Boekstuk')).toHaveText('20240113');
  expect(snelstart.control.documents()).toHaveLength(1);
});
