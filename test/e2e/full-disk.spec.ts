import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from './bridge';
import { expect, test as base } from './fixtures';
import { archive, EMPTY_WORK_ORDER, queueRow, readyWorkOrder } from './office';
import { picture, setSize } from './screen-shots';
import { goTo } from './screens/frame';
import { CAN_MAKE_DISK, makeSmallDisk, type SmallDisk } from './small-disk';
import { importFile, readyRecord } from './work-order-file';

const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: async ({ scratch }, use) => {
    const disk = makeSmallDisk(join(scratch, 'disk'), 32);
    await use(disk);
    disk.remove();
  },
  dataFolder: async ({ disk }, use) => {
    await use(join(disk.folder, 'data'));
  },
});
test.skip(!CAN_MAKE_DISK, 'Only root on Linux can make a disk to fill');
test.setTimeout(180_000);

/** The log beside the database has room of its own, which is used up first. */
async function useUp(window: Page): Promise<void> {
  for (const size of [9_000, 1]) {
    const draft = { ...EMPTY_WORK_ORDER, notes: 'x'.repeat(size) };
    while ((await ask(window, 'work-orders:create', draft)).ok);
  }
}

test('the command line sends nothing on a full disk, says so, and does it when there is room', async ({
  disk,
  activate,
  koppel,
  scratch,
  snelstart,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const file = importFile(scratch, [readyRecord('Kraan'), readyRecord('Dakgoot')]);
  expect((await koppel('import', [file])).exitCode).toBe(0);

  disk.fill();
  for (const command of ['archive', 'sync', 'status']) {
    const refused = await koppel(command, command === 'archive' ? ['--all'] : []);
    expect(refused, command).toMatchObject({ exitCode: 7, json: { error: { code: 'storage-full' } } });
    expect(refused.stderr).toContain('De schijf van deze computer is vol. Er wordt niets verzonden.');
  }
  expect(snelstart.control.documents()).toEqual([]);

  disk.makeRoom();
  expect(await koppel('archive', ['--all'])).toMatchObject({ exitCode: 0, json: { open: 0 } });
  expect(snelstart.control.documents().map(({ description }) => description)).toEqual(['Kraan', 'Dakgoot']);
});

test('a disk that fills while the app works: nothing is sent unwritten, and all goes on by itself', async ({
  disk,
  activate,
  openApp,
  snelstart,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const { app, window } = await openApp();
  await setSize(app);
  const waiting = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  const ready = await readyWorkOrder(window, { customer: "'t Hoekje", description: 'Dak', workMinutes: 30 });
  // It is archived, and the package wants to be left alone until the disk is full.
  snelstart.control.fault({
    kind: 'rate-limited',
    retryAfterSeconds: 20,
    match: { method: 'POST', path: '/v2/verkooporders' },
  });
  await archive(window, waiting);
  await expect.poll(async () => (await queueRow(window, waiting))?.problem?.code).toBeDefined();
  disk.fill();
  await useUp(window);

  await goTo(window, 'Overzicht');
  await expect(window.getByText('De schijf van deze computer is vol. Er wordt niets verzonden.').first()).toBeVisible({
    timeout: 60_000,
  });
  await picture(window, 'nl-disk-full');
  const refused = await ask(window, 'work-orders:archive', [ready.id]);
  expect(refused).toMatchObject({ archived: [], refused: [{ problem: { code: 'storage-full' } }] });
  expect(snelstart.control.documents()).toEqual([]);

  disk.makeRoom();
  await expect.poll(() => snelstart.control.documents().length, { timeout: 120_000 }).toBe(1);
  expect(await queueRow(window, waiting)).toMatchObject({ state: 'booked' });
  await archive(window, ready);
  await expect.poll(() => snelstart.control.documents().length).toBe(2);
});

test('an app that starts on a full disk says so, and opens by itself when there is room', async ({
  disk,
  koppel,
  openApp,
}) => {
  expect((await koppel('status')).exitCode).toBe(0);
  // Room for the browser's own files, not for those of the database.
  disk.fill();
  const { window } = await openApp();
  await expect(window.getByText('De schijf van deze computer is vol.').first()).toBeVisible();
  await picture(window, 'nl-disk-full-at-start');
  disk.makeRoom();
  await expect(
    window.getByText('Nog geen boekhoudpakket gekoppeld').or(window.getByText('Niet gekoppeld')).first(),
  ).toBeVisible({
    timeout: 90_000,
  });
});
