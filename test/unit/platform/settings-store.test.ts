import { describe, expect, it } from 'vitest';
import { openSettings, type SettingsFile, type SettingsStore } from '../../../main/platform/settings-store';
import { NEW_INTEGRATION } from '../../../main/platform/settings-schema';

/** A file in memory, as JSON, so that what does not survive JSON shows. */
function memoryFile(text: string | null = null): SettingsFile & { readonly text: () => string | null } {
  let content = text;
  return {
    path: '/data/settings.json',
    read: () => (content === null ? null : (JSON.parse(content) as unknown)),
    write: (value) => {
      content = JSON.stringify(value);
    },
    text: () => content,
  };
}

function open(file: SettingsFile): SettingsStore {
  const opened = openSettings(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

describe('a new data folder', () => {
  it('starts in Dutch, without start at login, and keeps its installation id', () => {
    const file = memoryFile();
    const first = open(file);
    expect(first.app()).toEqual({
      language: 'nl',
      theme: 'system',
      startWithComputer: false,
      notifications: true,
      pullIntervalMinutes: null,
    });
    expect(open(file).installationId).toBe(first.installationId);
  });

  it('differs from another one in its installation id', () => {
    expect(open(memoryFile()).installationId).not.toBe(open(memoryFile()).installationId);
  });
});

describe('a company', () => {
  it('finds after a restart what it stored', () => {
    const file = memoryFile();
    const before = open(file).company('main', 'Mijn bedrijf').settings;
    before.putIntegration('snelstart', { ...NEW_INTEGRATION, settings: { workArticle: 'ARBEID' }, settingsVersion: 3 });
    before.setActivePackage('snelstart');
    before.setPausedByUser(true);

    const after = open(file).company('main', 'Mijn bedrijf').settings;
    expect(after.integration('snelstart').settings).toEqual({ workArticle: 'ARBEID' });
    expect(after.activePackage()).toBe('snelstart');
    expect(after.pausedByUser()).toBe(true);
  });

  it('leaves the settings of another company alone', () => {
    const store = open(memoryFile());
    const practice = store.company('practice', 'Oefenadministratie').settings;
    store.company('main', 'Mijn bedrijf').settings.setActivePackage('snelstart');
    expect(practice.activePackage()).toBeNull();
  });

  it('keeps the name it was given, not the one for a new company', () => {
    const file = memoryFile();
    open(file).company('main', 'Mijn bedrijf').rename('Jansen Installaties');
    expect(open(file).company('main', 'Mijn bedrijf').name()).toBe('Jansen Installaties');
  });
});

describe('the package that leads', () => {
  it('is still the last one after it was deactivated, until another one is active', () => {
    const file = memoryFile();
    const company = open(file).company('main', 'Mijn bedrijf').settings;
    expect(company.leadingPackage()).toBeNull();
    company.setActivePackage('snelstart');
    company.setActivePackage(null);
    expect(open(file).company('main', 'Mijn bedrijf').settings.leadingPackage()).toBe('snelstart');
    company.setActivePackage('billit');
    expect(company.leadingPackage()).toBe('billit');
  });
});

describe('several companies', () => {
  it('are listed in the order in which they were added, and the one that was chosen is remembered', () => {
    const file = memoryFile();
    const store = open(file);
    store.company('main', 'Jansen');
    store.company('b7', 'Pietersen');
    expect(store.shownCompany()).toBeNull();
    store.saveShownCompany('b7');
    expect(open(file).companyIds()).toEqual(['main', 'b7']);
    expect(open(file).shownCompany()).toBe('b7');
  });

  it('know of each other which administration they are active with, by package', () => {
    const store = open(memoryFile());
    const jansen = store.company('main', 'Jansen').settings;
    const pietersen = store.company('b7', 'Pietersen').settings;
    const administration = { id: 'adm-1', name: 'Jansen BV', facts: null };
    jansen.putIntegration('snelstart', { ...NEW_INTEGRATION, administration });
    expect(pietersen.companyLinkedTo('snelstart', 'adm-1'), 'prepared, but not active').toBeNull();

    jansen.setActivePackage('snelstart');
    expect(pietersen.companyLinkedTo('snelstart', 'adm-1')).toBe('Jansen');
    expect(pietersen.companyLinkedTo('snelstart', 'adm-2')).toBeNull();
    expect(pietersen.companyLinkedTo('billit', 'adm-1')).toBeNull();
    expect(jansen.companyLinkedTo('snelstart', 'adm-1'), 'itself').toBeNull();
  });
});

describe('a file that cannot be understood', () => {
  it.each([
    ['not JSON', '{"format":1,'],
    ['JSON of another program', '{"format":1,"theme":"dark"}'],
    ['a list', '[]'],
  ])('is left as it is and told: %s', (_, text) => {
    const file = memoryFile(text);
    const opened = openSettings(file);
    expect(opened.ok ? null : opened.problem).toMatchObject({
      code: 'settings-unreadable',
      params: { file: '/data/settings.json' },
    });
    expect(file.text()).toBe(text);
  });

  it('is told apart when a newer app wrote it', () => {
    const opened = openSettings(memoryFile('{"format":2,"everything":"else"}'));
    expect(opened.ok ? null : opened.problem.code).toBe('settings-of-newer-app');
  });
});

it('does not believe what the disk refused', () => {
  const file = memoryFile();
  const store = open(file);
  const failing: SettingsFile = {
    ...file,
    write: () => {
      throw new Error('ENOSPC');
    },
  };
  const company = open(failing).company.bind(null, 'main', 'Mijn bedrijf');
  expect(company).toThrow('ENOSPC');
  expect(store.windowPlace()).toBeNull();
});
