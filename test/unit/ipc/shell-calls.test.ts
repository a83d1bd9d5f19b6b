import { describe, expect, it } from 'vitest';
import { ok } from '../../../connectors/_kit/result';
import { createShellCalls, type ShellCallsParts } from '../../../main/ipc/shell-calls';
import type { AppSettings, AppState } from '../../../preload/contract/views';

const SETTINGS: AppSettings = {
  language: 'nl',
  theme: 'system',
  startWithComputer: false,
  notifications: true,
  pullIntervalMinutes: null,
};

function shell(parts: Partial<ShellCallsParts> = {}) {
  let settings = SETTINGS;
  const state = (): AppState => ({
    version: '1.2.3',
    company: { id: 'main', name: 'Mijn bedrijf', practice: false },
    settings,
    keychain: { available: true, detail: '' },
    dataFolder: '/data',
  });
  async function* csv() {
    yield await Promise.resolve('kop');
    yield 'een';
    yield 'twee';
  }
  return createShellCalls({
    company: {
      importWorkOrders: (json) => Promise.resolve(ok({ imported: [{ line: 1, number: json }], refused: [] })),
      exportLog: csv,
      pdf: (id, kind) => Promise.resolve(ok({ fileName: `${kind} ${id}.pdf`, bytes: new Uint8Array([1, 2]) })),
    },
    state,
    saveSettings: (next) => {
      settings = next;
    },
    askWorkOrderFile: () => Promise.resolve(null),
    askLogFile: () => Promise.resolve(null),
    askPdfFile: () => Promise.resolve(null),
    writePdf: () => Promise.resolve(ok(1)),
    showFile: () => undefined,
    readFile: (path) => Promise.resolve(ok(`text of ${path}`)),
    writeFile: async (_, lines) => {
      let count = 0;
      for await (const line of lines) count += line === '' ? 0 : 1;
      return ok(count);
    },
    practice: null,
    ...parts,
  });
}

describe('files', () => {
  it('are left alone when the office cancels', async () => {
    expect(await shell()['work-orders:import'](undefined)).toBeNull();
    expect(await shell()['log:export']({})).toBeNull();
  });

  it('that were chosen are imported', async () => {
    const outcome = await shell({ askWorkOrderFile: () => Promise.resolve('/b.json') })['work-orders:import'](
      undefined,
    );
    expect(outcome).toMatchObject({ ok: true, value: { imported: [{ number: 'text of /b.json' }] } });
  });

  it('tell how many messages they hold, without the row of column names', async () => {
    const outcome = await shell({ askLogFile: () => Promise.resolve('/l.csv') })['log:export']({});
    expect(outcome).toEqual({ ok: true, value: { rows: 2, file: '/l.csv' } });
  });
});

it('answers with the settings as they are kept now', async () => {
  const calls = shell();
  const kept = await calls['app:save-settings']({ ...SETTINGS, language: 'en' });
  expect(kept.language).toBe('en');
  expect((await calls['app:state'](undefined)).settings.language).toBe('en');
});

describe('the practice administration', () => {
  it('is not there when real work is done: no key is given, no books are shown', async () => {
    expect(await shell()['integrations:practice-credentials']('snelstart')).toBeNull();
    await expect(shell()['app:open-practice-books'](undefined)).rejects.toThrow('practice');
  });

  it('gives its own key and shows its books', async () => {
    const shown: string[] = [];
    const practice = {
      credentials: (id: string) => Promise.resolve({ key: `of ${id}` }),
      showBooks: () => Promise.resolve(void shown.push('books')),
    };
    const calls = shell({ practice });
    expect(await calls['integrations:practice-credentials']('snelstart')).toEqual({ key: 'of snelstart' });
    expect(await calls['app:open-practice-books'](undefined)).toEqual(ok(null));
    expect(shown).toEqual(['books']);
  });
});
