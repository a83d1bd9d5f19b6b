import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok } from '../../../connectors/_kit/result';
import { createShellCalls, type ShellCallsParts } from '../../../main/ipc/shell-calls';
import { STANDARD_APP_SETTINGS } from '../../../preload/contract/app-settings';
import type { AppSettings, AppState } from '../../../preload/contract/views';

const SETTINGS: AppSettings = STANDARD_APP_SETTINGS;

function shell(parts: Partial<ShellCallsParts> = {}) {
  let settings = SETTINGS;
  const state = (id: string): AppState => ({
    version: '1.2.3',
    company: { id, name: 'Mijn bedrijf', practice: false, problem: null },
    companies: [],
    settings,
    keychain: { available: true, detail: '' },
    dataFolder: '/data',
  });
  return createShellCalls({
    companyId: 'main',
    state,
    saveSettings: (next) => {
      settings = next;
    },
    onSavedAll: () => undefined,
    addCompany: () => Promise.resolve(ok(null)),
    renameCompany: () => ok(null),
    chooseCompany: () => Promise.resolve(ok(null)),
    practice: null,
    backups: {
      list: () => Promise.resolve(ok({ folder: '/data/backups', rows: [] })),
      restore: (_id, name) => Promise.resolve(fail(problem('invalid-input', 'backup-unknown', { file: name }))),
      restoreFile: () => Promise.reject(new Error('A page names no path')),
    },
    ...parts,
  });
}

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
