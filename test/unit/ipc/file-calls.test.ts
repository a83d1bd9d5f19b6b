import { describe, expect, it } from 'vitest';
import { ok } from '../../../connectors/_kit/result';
import { createFileCalls, type FileCallsParts } from '../../../main/ipc/file-calls';
import { xlsxHere } from '../../../main/tables/xlsx-thread';

function files(parts: Partial<FileCallsParts> = {}) {
  return createFileCalls({
    company: {
      importDesk: {
        open: (fileName, bytes) =>
          Promise.resolve(
            ok({ fileName, format: 'csv', sheets: [], sheet: null, columns: [], records: bytes.length, problem: null }),
          ),
        lastResult: () => ({ fileName: 'uren.csv', result: { rows: [], notTried: 0 } }),
      },
      folderDrop: { propose: (folder) => Promise.resolve(ok({ folder, files: 3 })) },
      lists: {
        save: async ({ list }, format, to) => {
          const file = await to.ask(list, format);
          return file === null ? null : ok({ rows: 2, file });
        },
        cancel: () => undefined,
      },
      deliveryRecord: (id, format) =>
        Promise.resolve(ok({ fileName: `Verzending ${id}.${format}`, bytes: new Uint8Array([1, 2, 3]) })),
      attachment: (id) => Promise.resolve(ok({ fileName: `Bijlage ${id}.pdf`, bytes: new Uint8Array([4]) })),
    },
    askImportFile: () => Promise.resolve(null),
    askFolder: () => Promise.resolve(null),
    askListFile: () => Promise.resolve(null),
    askRecordFile: () => Promise.resolve(null),
    askPdfFile: () => Promise.resolve(null),
    writeBytes: () => Promise.resolve(ok(1)),
    showFile: () => undefined,
    readFile: () => Promise.resolve(ok(new Uint8Array(7))),
    makeXlsx: xlsxHere,
    language: () => 'nl',
    writeFile: async (_, lines) => {
      let count = 0;
      for await (const line of lines) count += line === '' ? 0 : 1;
      return ok(count);
    },
    ...parts,
  });
}

describe('files', () => {
  it('are left alone when the office cancels', async () => {
    expect(await files()['imports:open'](undefined)).toBeNull();
    expect(await files()['imports:save-result']({ format: 'csv' })).toBeNull();
    expect(await files()['folder-drop:choose'](undefined)).toBeNull();
    expect(await files()['exports:save']({ what: { list: 'log', filter: {} }, format: 'csv' })).toBeNull();
  });

  it('that were chosen are read, and known by their name', async () => {
    const outcome = await files({ askImportFile: () => Promise.resolve('/home/b.csv') })['imports:open'](undefined);
    expect(outcome).toMatchObject({ ok: true, value: { fileName: 'b.csv', records: 7 } });
  });

  it('hold what became of an import, and an example to fill in', async () => {
    const asked: string[] = [];
    const calls = files({
      askListFile: (name, format) => {
        asked.push(`${name}.${format}`);
        return Promise.resolve(`/home/${name}.${format}`);
      },
    });
    expect(await calls['imports:save-result']({ format: 'csv' })).toEqual(ok({ file: '/home/Inlezen uren.csv' }));
    expect(await calls['imports:save-example']({ format: 'xlsx' })).toMatchObject({ ok: true });
    expect(asked).toEqual(['Inlezen uren.csv', 'Voorbeeld werkbonnen en uren.xlsx']);
  });

  it('of a folder are counted before it is used', async () => {
    const calls = files({ askFolder: () => Promise.resolve('/home/in') });
    expect(await calls['folder-drop:choose'](undefined)).toEqual(ok({ folder: '/home/in', files: 3 }));
  });

  it('hold a list, as the office chose', async () => {
    const outcome = await files({ askListFile: (name, format) => Promise.resolve(`/home/${name}.${format}`) })[
      'exports:save'
    ]({ what: { list: 'clean-up', id: 1 }, format: 'xlsx' });
    expect(outcome).toEqual(ok({ rows: 2, file: '/home/clean-up.xlsx' }));
  });
});

describe('the record of a delivery', () => {
  it('is written where the office says; a PDF is opened, a file for the helpdesk is not', async () => {
    const shown: string[] = [];
    const parts: Partial<FileCallsParts> = {
      askRecordFile: (name) => Promise.resolve(`/home/${name}`),
      showFile: (path) => void shown.push(path),
    };
    const save = (format: 'pdf' | 'json') => files(parts)['queue:export']({ id: 3, format });
    expect([await save('pdf'), await save('json')]).toEqual([
      ok({ file: '/home/Verzending 3.pdf' }),
      ok({ file: '/home/Verzending 3.json' }),
    ]);
    expect(shown).toEqual(['/home/Verzending 3.pdf']);
  });
});

describe('an attachment', () => {
  it('is not written when the office cancels', async () => {
    const written: string[] = [];
    const writeBytes: FileCallsParts['writeBytes'] = (path) => Promise.resolve(ok(written.push(path)));
    expect(await files({ writeBytes })['work-order-files:save'](7)).toBeNull();
    expect(written).toEqual([]);
  });

  it('is suggested under its name, written where the office says, and opened', async () => {
    const did: unknown[] = [];
    const outcome = await files({
      askPdfFile: (name) => Promise.resolve(`/home/${name}`),
      writeBytes: (path, bytes) => Promise.resolve(ok(did.push(path, [...bytes]))),
      showFile: (path) => void did.push(`show ${path}`),
    })['work-order-files:save'](7);
    expect(outcome).toEqual(ok({ file: '/home/Bijlage 7.pdf' }));
    expect(did).toEqual(['/home/Bijlage 7.pdf', [4], 'show /home/Bijlage 7.pdf']);
  });
});
