import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures';

const RECORDS = 400;

/** How many records of files came in so far, as they lie on the disk. */
function takenIn(databaseFile: string): number {
  const db = new Database(databaseFile, { readonly: true });
  try {
    return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM import_taken').get()?.n ?? 0;
  } finally {
    db.close();
  }
}

test('killed again and again while a file of the folder comes in: each work order is made once', async ({
  activate,
  koppel,
  openApp,
  place,
  scratch,
  dataFolder,
}) => {
  test.setTimeout(300_000);
  expect((await activate()).exitCode).toBe(0);
  const folder = join(scratch, 'in');
  mkdirSync(folder);
  const first = await openApp();
  await first.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await first.window.evaluate(async () => {
    const { folderDrop } = (
      globalThis as unknown as {
        app: { folderDrop: { choose: () => Promise<unknown>; use: (input: { on: boolean }) => Promise<unknown> } };
      }
    ).app;
    await folderDrop.choose();
    await folderDrop.use({ on: true });
  });
  await first.app.close();

  // No external ids: only what Simon remembers itself keeps them apart.
  const records = Array.from({ length: RECORDS }, (_, index) => ({
    customerNumber: '10003',
    description: `Klus ${index}`,
    times: [{ kind: 'work', minutes: 60, employee: 'Piet' }],
  }));
  writeFileSync(join(folder, 'veel.json'), JSON.stringify(records));
  const databaseFile = join(dataFolder, 'companies', 'main', 'simon.sqlite');
  for (const share of [0.1, 0.4, 0.7]) {
    const { app } = await openApp([...place, '--hidden']);
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    await expect
      .poll(() => takenIn(databaseFile), { timeout: 120_000, intervals: [20] })
      .toBeGreaterThanOrEqual(share * RECORDS);
    app.process().kill('SIGKILL');
    await gone;
  }
  const last = await openApp([...place, '--hidden']);
  await expect
    .poll(() => readdirSync(join(folder, 'verwerkt')).sort(), { timeout: 120_000 })
    .toEqual(['veel.json', 'veel.json.txt']);
  await last.app.close();

  const { json } = await koppel('workorders');
  const descriptions = (json.rows as readonly { readonly description: string }[]).map(({ description }) => description);
  expect(descriptions).toHaveLength(RECORDS);
  expect(new Set(descriptions).size, 'none twice').toBe(RECORDS);
});
