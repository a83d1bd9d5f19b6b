import { describe, expect, it } from 'vitest';
import { ok } from '../../../connectors/_kit/result';
import { createFileCalls, type FileCallsParts } from '../../../main/ipc/file-calls';

function files(parts: Partial<FileCallsParts> = {}) {
  return createFileCalls({
    company: {
      importWorkOrders: (json) => Promise.resolve(ok({ imported: [{ line: 1, number: json }], refused: [] })),
      lists: {
        save: async ({ list }, format, to) => {
          const file = await to.ask(list, format);
          return file === null ? null : ok({ rows: 2, file });
        },
        cancel: () => undefined,
      },
      deliveryRecord: (id, format) =>
        Promise.resolve(ok({ fileName: `Verzending ${id}.${format}`, bytes: new Uint8Array([1, 2, 3]) })),
      pdf: (id, kind) => Promise.resolve(ok({ fileName: `${kind} ${id}.pdf`, bytes: new Uint8Array([1, 2]) })),
      attachment: (id) => Promise.resolve(ok({ fileName: `Bijlage ${id}.pdf`, bytes: new Uint8Array([4]) })),
      dayLists: {
        pdf: ({ day }) => Promise.resolve(ok({ fileName: `Daglijst ${day}.pdf`, bytes: new Uint8Array([3]) })),
      },
    },
    askWorkOrderFile: () => Promise.resolve(null),
    askListFile: () => Promise.resolve(null),
    askRecordFile: () => Promise.resolve(null),
    askPdfFile: () => Promise.resolve(null),
    writeBytes: () => Promise.resolve(ok(1)),
    showFile: () => undefined,
    readFile: (path) => Promise.resolve(ok(`text of ${path}`)),
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
    expect(await files()['work-orders:import'](undefined)).toBeNull();
    expect(await files()['exports:save']({ what: { list: 'log', filter: {} }, format: 'csv' })).toBeNull();
  });

  it('that were chosen are imported', async () => {
    const outcome = await files({ askWorkOrderFile: () => Promise.resolve('/b.json') })['work-orders:import'](
      undefined,
    );
    expect(outcome).toMatchObject({ ok: true, value: { imported: [{ number: 'text of /b.json' }] } });
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

describe('the PDF of a work order', () => {
  const request = { id: 7, kind: 'work-order' } as const;

  it('is not written when the office cancels', async () => {
    const written: string[] = [];
    const writeBytes: FileCallsParts['writeBytes'] = (path) => Promise.resolve(ok(written.push(path)));
    expect(await files({ writeBytes })['work-orders:pdf'](request)).toBeNull();
    expect(written).toEqual([]);
  });

  it('is suggested under its name, written where the office says, and opened', async () => {
    const did: unknown[] = [];
    const outcome = await files({
      askPdfFile: (name) => Promise.resolve(`/home/${name}`),
      writeBytes: (path, bytes) => Promise.resolve(ok(did.push(path, [...bytes]))),
      showFile: (path) => void did.push(`show ${path}`),
    })['work-orders:pdf'](request);
    expect(outcome).toEqual(ok({ file: '/home/work-order 7.pdf' }));
    expect(did).toEqual(['/home/work-order 7.pdf', [1, 2], 'show /home/work-order 7.pdf']);
  });

  it('that the disk refuses is said, and not opened', async () => {
    const refusal = { ok: false, problem: { kind: 'storage', code: 'file-not-written', params: {} } } as const;
    const shown: string[] = [];
    const outcome = await files({
      askPdfFile: () => Promise.resolve('/full/disk.pdf'),
      writeBytes: () => Promise.resolve(refusal),
      showFile: (path) => void shown.push(path),
    })['work-orders:pdf'](request);
    expect(outcome).toEqual(refusal);
    expect(shown).toEqual([]);
  });
});

it('a day list is suggested under its name, written where the office says, and opened', async () => {
  const did: unknown[] = [];
  const outcome = await files({
    askPdfFile: (name) => Promise.resolve(`/home/${name}`),
    writeBytes: (path, bytes) => Promise.resolve(ok(did.push(path, [...bytes]))),
    showFile: (path) => void did.push(`show ${path}`),
  })['planning:day-list']({ day: '2026-11-23', who: 'all' });
  expect(outcome).toEqual(ok({ file: '/home/Daglijst 2026-11-23.pdf' }));
  expect(did).toEqual(['/home/Daglijst 2026-11-23.pdf', [3], 'show /home/Daglijst 2026-11-23.pdf']);
});
