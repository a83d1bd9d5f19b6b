import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSimulator as startExact } from '../../connectors/exact-online/simulator';
import { expect, test } from './fixtures';
import { killHard, startApp, type KoppelOutcome, type RunningApp } from './koppel-process';

const SETTINGS = { administration: '3141592', journal: '70' };

test('IT links a package by logging in, and the next command finds the login', async ({ scratch, dataFolder }) => {
  const redirectUri = `http://127.0.0.1:${await freePort()}/terug`;
  const quirks = { consent: 'automatic', loopbackRedirect: 'accept', redirectUri };
  const exact = await startExact({ seed: 7, books: 'small', quirks });
  const endpoints = join(scratch, 'exact-endpoints.json');
  writeFileSync(endpoints, JSON.stringify({ 'exact-online': exact.endpoints }));
  const begun: RunningApp[] = [];
  const start = (command: readonly string[], stdin?: unknown): RunningApp => {
    const app = startApp(['koppel', ...command, '--data', dataFolder, '--endpoints', endpoints, '--json'], stdin);
    begun.push(app);
    return app;
  };
  const koppel = (...command: string[]): Promise<KoppelOutcome> => start(command).finished;
  const { registration } = exact;

  try {
    await test.step('whoever refuses is told so, and nothing is linked', async () => {
      const activating = start(['activate'], { package: 'exact-online', registration, settings: SETTINGS });
      const page = new URL(await authorizeUrl(activating));
      const state = page.searchParams.get('state') ?? '';
      await fetch(`${redirectUri}?error=access_denied&state=${state}`);
      const outcome = await activating.finished;
      expect(outcome.exitCode, outcome.stderr).toBe(3);
      expect(lastLine(outcome)).toMatchObject({ error: { kind: 'needs-login', code: 'login-denied' } });
    });

    await test.step('whoever agrees has it linked and filled', async () => {
      const activating = start(['activate'], { package: 'exact-online', registration, settings: SETTINGS });
      const page = await authorizeUrl(activating);
      expect((await fetch(`${redirectUri}?code=theirs&state=theirs`)).ok, 'a stranger ends nothing').toBe(true);
      expect((await fetch(page)).status, 'the browser follows the page back to the command').toBe(200);
      const outcome = await activating.finished;
      expect(outcome.exitCode, outcome.stderr).toBe(0);
      expect(outcome.stdout.trim().split('\n')).toHaveLength(2);
      expect(lastLine(outcome)).toMatchObject({ package: 'exact-online', state: 'active', refused: [], customers: 12 });
      expect(outcome.stdout + outcome.stderr).not.toContain(registration.clientSecret);
    });

    await test.step('the next commands work with the login that is kept', async () => {
      expect(await koppel('sync')).toMatchObject({ exitCode: 0, json: { run: { result: 'finished' } } });
      expect(await koppel('deactivate')).toMatchObject({ exitCode: 0 });
      const again = await start(['activate'], { package: 'exact-online' }).finished;
      expect(again, 'one line: nobody had to log in').toMatchObject({ exitCode: 0, json: { state: 'active' } });
    });

    await test.step('a new login is asked for when it is wanted, and a signal ends the waiting', async () => {
      const activating = start(['activate', '--login'], { package: 'exact-online' });
      await authorizeUrl(activating);
      activating.process.kill('SIGTERM');
      expect(await activating.finished).toMatchObject({ exitCode: 143 });
      expect(await koppel('status'), 'the link of before is there').toMatchObject({
        json: { sync: { problem: null } },
      });
    });
  } finally {
    await Promise.all(begun.map(killHard));
    await exact.close();
  }
});

/** The address on the first line of stdout, as soon as it is printed. */
async function authorizeUrl({ process: child, finished }: RunningApp): Promise<string> {
  const firstLine = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
  });
  const line = await Promise.race([firstLine, finished.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  return (JSON.parse(line) as { readonly authorizeUrl: string }).authorizeUrl;
}

function lastLine({ stdout }: KoppelOutcome): unknown {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
