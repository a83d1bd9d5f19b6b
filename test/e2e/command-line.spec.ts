import { expect, test } from './fixtures';
import { goTo } from './screens/frame';
import { importFile, readyRecord } from './work-order-file';

test('every command does its part, and finds what the one before stored', async ({
  koppel,
  activate,
  scratch,
  snelstart,
}) => {
  // More than twenty starts of the app.
  test.setTimeout(300_000);
  const manifest = await koppel('manifest', ['snelstart']);
  expect(manifest).toMatchObject({ exitCode: 0, json: { id: 'snelstart', label: 'SnelStart' } });
  expect(manifest.json.settings).toHaveLength(16);

  expect(await koppel('status')).toMatchObject({ exitCode: 0, json: { sync: { connection: 'not-linked' } } });
  expect(await activate({ workArticle: 'ARBEID', exclusionWord: 'garantie' })).toMatchObject({
    exitCode: 0,
    json: { state: 'active', administration: 'Koppelaar Installatietechniek', customers: 12, articles: 50 },
  });
  expect(await koppel('customers')).toMatchObject({ exitCode: 0, json: { total: 12 } });
  expect(await koppel('articles')).toMatchObject({ exitCode: 0, json: { total: 50 } });

  const records = Array.from({ length: 10 }, (_, index) => readyRecord(`Klus ${index + 1}`, { ready: index < 8 }));
  records[6] = { ...records[6], customerNumber: '99999' };
  const imported = await koppel('import', [importFile(scratch, records)]);
  expect(imported.exitCode, 'nine came in, one did not').toBe(1);
  expect(imported.json).toMatchObject({
    refused: [{ line: 8, message: 'Klant 99999 bestaat niet in Simon.' }],
  });
  expect(imported.json.imported).toHaveLength(9);
  expect(imported.stderr).toContain('Regel 8');

  expect(await koppel('ready', ['1008'])).toMatchObject({ exitCode: 0, json: { ready: ['1008'] } });
  expect(await koppel('ready', ['--all'])).toMatchObject({ exitCode: 0, json: { ready: ['1009'] } });
  expect(await koppel('archive', ['1001'])).toMatchObject({
    exitCode: 0,
    json: { archived: [{ workOrderNumber: '1001', state: 'booked', documentNumber: '20240113' }], open: 0 },
  });
  expect(await koppel('archive', ['1002', '--no-wait']), 'the first attempt is not left to the next one').toMatchObject(
    {
      exitCode: 0,
      json: { archived: [{ workOrderNumber: '1002', state: 'booked' }], open: 0 },
    },
  );
  expect(await koppel('archive', ['--all'])).toMatchObject({ exitCode: 0, json: { refused: [], open: 0 } });
  expect(snelstart.control.documents().map(({ description }) => description)).toEqual([
    'Klus 1',
    'Klus 2',
    'Klus 3',
    'Klus 4',
    'Klus 5',
    'Klus 6',
    'Klus 8',
    'Klus 9',
    'Klus 10',
  ]);
  expect(await koppel('workorders')).toMatchObject({ exitCode: 0, json: { total: 9 } });
  const queue = await koppel('queue');
  expect(queue).toMatchObject({ exitCode: 0, json: { total: 9 } });
  expect((queue.json.rows as readonly { readonly state: string }[]).every(({ state }) => state === 'booked')).toBe(
    true,
  );
  expect((await koppel('log', ['--limit', '5'])).json.rows).toHaveLength(5);

  snelstart.control.books.addCustomer({ name: 'Nieuwe Klant' });
  snelstart.control.clearRequests();
  expect(await koppel('sync', ['--only', 'customers'])).toMatchObject({
    exitCode: 0,
    json: { run: { result: 'finished' } },
  });
  expect(snelstart.control.requests().some(({ path }) => path.endsWith('/artikelen'))).toBe(false);
  expect(await koppel('customers')).toMatchObject({ json: { total: 13 } });

  expect(await koppel('deactivate')).toMatchObject({
    exitCode: 0,
    json: { package: 'snelstart', state: 'deactivated' },
  });
  expect((await koppel('sync')).exitCode, 'nothing is linked now').toBe(3);

  const another = importFile(scratch, [readyRecord('Garantie: klus 11'), readyRecord('Klus 12')]);
  expect(await koppel('import', [another])).toMatchObject({ exitCode: 0 });
  expect(await koppel('activate', [], { package: 'snelstart' })).toMatchObject({
    exitCode: 0,
    json: { state: 'active' },
  });
  await koppel('archive', ['--all']);
  expect((await koppel('queue')).json.rows, 'the settings of before hold again').toMatchObject([
    { state: 'booked' },
    { state: 'skipped' },
    ...Array.from({ length: 9 }, () => ({ state: 'booked' })),
  ]);
});

test('bad input is refused with a message that says what to do, and nothing is lost', async ({
  koppel,
  activate,
  activation,
  scratch,
}) => {
  const wrongKey = { ...activation(), credentials: { koppelsleutel: 'geen-sleutel' } };
  const emptyKey = { ...activation(), credentials: { koppelsleutel: ' ' } };

  await test.step('before there is a link', async () => {
    const wrong = await koppel('activate', [], wrongKey);
    expect(wrong).toMatchObject({ exitCode: 3, json: { error: { code: 'snelstart.key-refused' } } });
    expect(wrong.stderr).toContain(
      'SnelStart herkent deze koppel-sleutel niet. Kopieer de sleutel opnieuw in SnelStart Web',
    );
    const empty = await koppel('activate', [], emptyKey);
    expect(empty.exitCode).toBe(2);
    expect(empty.stderr).toContain('Het veld ‘Koppel-sleutel’ is leeg. Vul de waarde uit het boekhoudpakket in.');
    expect(await koppel('customers')).toMatchObject({ exitCode: 0, json: { total: 0 } });
  });

  await test.step('settings that are not right activate nothing', async () => {
    const refused = await activate({ workArticle: 'ARBEIDX', articleGroups: ['ELEKTRA'] });
    expect(refused).toMatchObject({
      exitCode: 3,
      json: {
        state: 'activating',
        refused: [
          { key: 'workArticle', message: 'Artikelcode ‘ARBEIDX’ is niet bekend in SnelStart.' },
          { key: 'articleGroups', action: 'Bedoelt u ‘Elektra’? Dit veld is hoofdlettergevoelig.' },
        ],
      },
    });
    expect(await koppel('status')).toMatchObject({ json: { sync: { connection: 'not-linked' } } });
  });

  await test.step('a link that works goes on working', async () => {
    expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
    expect((await koppel('activate', [], wrongKey)).exitCode).toBe(3);
    expect((await koppel('sync')).exitCode).toBe(0);
    expect(await koppel('customers')).toMatchObject({ json: { total: 12 } });
  });

  await test.step('archiving what is not reported ready', async () => {
    await koppel('import', [importFile(scratch, [readyRecord('Kraan', { ready: false })])]);
    const early = await koppel('archive', ['1001']);
    expect(early).toMatchObject({ exitCode: 3, json: { archived: [], refused: [{ number: '1001' }] } });
    expect(early.stderr).toContain('Werkbon 1001 is nog niet gereed gemeld en kan niet worden gearchiveerd.');
    expect(early.stderr).toContain('Meld de werkbon eerst gereed');
    expect(await koppel('workorders')).toMatchObject({ json: { rows: [{ number: '1001', status: 'planned' }] } });
  });

  await test.step('a command line that is not understood', async () => {
    const unknown = await koppel('verstuur');
    expect(unknown).toMatchObject({ exitCode: 2, json: { error: { code: 'unknown-command' } } });
    expect(unknown.stderr).toContain('De opdracht ‘verstuur’ bestaat niet.');
  });
});

test('one process at a time works in a data folder', async ({ openApp, koppel, dataFolder }) => {
  const { window } = await openApp();
  const second = await koppel('status');
  expect(second).toMatchObject({ exitCode: 4, json: { error: { code: 'data-folder-in-use' } } });
  expect(second.stderr).toContain(`De gegevens in ${dataFolder} zijn al in gebruik`);
  expect(second.stderr).toContain('Sluit Simon Koppel af');
  await goTo(window, 'Klanten');
});
