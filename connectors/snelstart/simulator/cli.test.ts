import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { announced, runCli } from '../../_kit/simulator/testing/cli-process';
import { PortalClient, smallOrder } from './simulator-harness';

it('prints one JSON line that a client can work with, and stops on SIGTERM with everything saved', async () => {
  const booksFile = join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');
  const args = ['snelstart', '--seed', '9', '--books', 'small', '--books-file', booksFile, '--quirk', 'deleteStatus=201', '--control']; // prettier-ignore
  const child = runCli(...args);
  const announcement = await announced(child);
  expect(Object.keys(announcement)).toEqual(['package', 'address', 'endpoints', 'credentials', 'registration', 'booksPage']); // prettier-ignore
  const client = new PortalClient(announcement.endpoints, announcement.registration.subscriptionKey ?? '');
  expect((await client.login(announcement.credentials.koppelsleutel ?? '')).status).toBe(200);
  const customer = (await client.get('/relaties', { $filter: "Naam eq 'Café Zoë'" })).json[0];
  const created = await client.send<{ id: string }>('POST', '/verkooporders', {
    relatie: { id: customer?.id },
    datum: '2025-06-12',
  });
  expect(created.status).toBe(201);
  expect((await fetch(`${announcement.address}/_simulator/documents`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(child.output.stdout.trim().split('\n')).toHaveLength(1);

  const again = await announced(runCli(...args));
  expect(again.credentials).toEqual(announcement.credentials);
  const later = new PortalClient(again.endpoints, again.registration.subscriptionKey ?? '');
  await later.login(again.credentials.koppelsleutel ?? '');
  expect((await later.send('DELETE', `/verkooporders/${created.json.id}`)).status).toBe(201);
});

it('says what is wrong and exits with 2', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => {
    taken.close();
  });
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const cases: readonly [readonly string[], string][] = [
    [['onbekend'], 'There is no simulator onbekend; there are: '],
    [['snelstart', '--port', String(port)], `Port ${port} is in use`],
    [['snelstart', '--quirk', 'textLines=soms'], 'textLines can be accept or refuse'],
    [['snelstart', '--books', 'veel'], '--books takes'],
    [['snelstart', '--poort', '1'], '--poort'],
    [[], 'Give one name'],
  ];
  await Promise.all(
    cases.map(async ([args, message]) => {
      const child = runCli(...args);
      const [code] = (await once(child, 'close')) as [number];
      expect([code, child.output.stdout]).toEqual([2, '']);
      expect(child.output.stderr).toContain(message);
    }),
  );
});

it('two of them run side by side without knowing each other', async () => {
  const { startSimulator } = await import('./index');
  const [one, two] = await Promise.all([startSimulator({ seed: 1, books: 'small' }), startSimulator({ seed: 1, books: 'small' })]); // prettier-ignore
  onTestFinished(async () => {
    await Promise.all([one.close(), two.close()]);
  });
  const client = new PortalClient(one.endpoints, one.registration.subscriptionKey ?? '');
  await client.login(one.credentials.koppelsleutel ?? '');
  await client.send('POST', '/verkooporders', smallOrder(one));
  expect([one.control.documents().length, two.control.documents().length]).toEqual([1, 0]);
});
