import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { importFile, readyRecord } from './work-order-file';

/** How the tokens of the simulator look, as JSON Web Tokens do. */
const TOKEN = /eyJ[\w-]{150,}/;

test('keys and tokens are in no file and in no output', async ({
  koppel,
  activate,
  activation,
  openApp,
  scratch,
  dataFolder,
  snelstart,
}) => {
  const typedWrong = 'c2xldXRlbDpkaWUgbmlldCBrbG9wdA==';
  const outcomes = [
    await koppel('activate', [], { ...activation(), credentials: { koppelsleutel: typedWrong } }),
    await activate({ workArticle: 'ARBEID' }),
    await koppel('import', [importFile(scratch, [readyRecord('Kraan')])]),
  ];
  // Refused in the middle of the work, with the log-in page of a network, and with an answer that cannot be read.
  snelstart.control.books.expireTokens();
  snelstart.control.fault({ kind: 'html', match: { path: '/b2b/token' } });
  snelstart.control.fault({ kind: 'bad-json', match: { path: '/b2b/token', nth: 2 } });
  outcomes.push(await koppel('sync'), await koppel('sync'), await koppel('archive', ['--all']));
  const { app } = await openApp();
  await app.close();

  const { koppelsleutel = '' } = snelstart.credentials;
  const { subscriptionKey = '' } = snelstart.registration;
  const secrets = [koppelsleutel, encodeURIComponent(koppelsleutel), subscriptionKey, typedWrong];
  const leaks = (text: string): boolean => TOKEN.test(text) || secrets.some((secret) => text.includes(secret));

  const files = filesOf(dataFolder);
  const holding = (wanted: (text: string) => boolean) => files.filter((file) => wanted(readFileSync(file, 'latin1')));
  expect(holding((text) => text.includes('Gouden Leeuw')).length, 'the search does find what is there').toBeGreaterThan(
    0,
  );
  expect(holding(leaks)).toEqual([]);
  expect(outcomes.filter(({ stdout, stderr }) => leaks(stdout) || leaks(stderr))).toEqual([]);
});

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
