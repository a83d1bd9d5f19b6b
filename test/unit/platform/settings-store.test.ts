import { describe, expect, it } from 'vitest';
import { StorageError } from '../../../main/db/storage-error';
import { openSettings, type SettingsFile } from '../../../main/platform/settings-store';
import { NEW_INTEGRATION } from '../../../main/platform/settings-schema';
import { memorySettingsFile, settingsIn } from '../../fakes/memory-settings-file';

describe('a new data folder', () => {
  it('starts in Dutch, without start at login, and keeps its installation id', () => {
    const file = memorySettingsFile();
    const first = settingsIn(file);
    expect(first.app()).toMatchObject({
      language: 'nl',
      theme: 'system',
      startWithComputer: false,
      notifications: true,
      pullIntervalMinutes: null,
      zoomPercent: 100,
    });
    expect(settingsIn(file).installationId).toBe(first.installationId);
  });

  it('differs from another one in its installation id', () => {
    expect(settingsIn(memorySettingsFile()).installationId).not.toBe(settingsIn(memorySettingsFile()).installationId);
  });
});

describe('the size of the screens', () => {
  it('is the one of last time', () => {
    const file = memorySettingsFile();
    settingsIn(file).saveZoomPercent(150);
    expect(settingsIn(file).app()).toMatchObject({ zoomPercent: 150, language: 'nl' });
  });

  it('is the usual one in settings of before there was a choice', () => {
    const file = memorySettingsFile();
    settingsIn(file);
    const { app, ...rest } = JSON.parse(file.text() ?? '') as { app: Record<string, unknown> };
    delete app.zoomPercent;
    expect(settingsIn(memorySettingsFile(JSON.stringify({ ...rest, app }))).app().zoomPercent).toBe(100);
  });
});

describe('a disk that is full', () => {
  const full = (text: string | null): SettingsFile => ({
    ...memorySettingsFile(text),
    write: () => {
      throw new StorageError('full', 'ENOSPC');
    },
  });
  const sound = (): string => {
    const file = memorySettingsFile();
    settingsIn(file).company('main', 'Mijn bedrijf');
    return file.text() ?? '';
  };

  it('is told when there are no settings yet', () => {
    expect(openSettings(full(null))).toMatchObject({ ok: false, problem: { code: 'storage-full' } });
  });

  it('leaves the settings as they were, and keeps nobody from moving the window', () => {
    const settings = settingsIn(full(sound()));
    expect(() => settings.saveApp({ ...settings.app(), language: 'en' })).toThrow(StorageError);
    expect(settings.app().language).toBe('nl');
    const place = { x: 1, y: 2, width: 800, height: 600, maximized: false };
    settings.saveWindowPlace(place);
    expect(settings.windowPlace()).toEqual(place);
  });
});

describe('a company', () => {
  it('finds after a restart what it stored', () => {
    const file = memorySettingsFile();
    const before = settingsIn(file).company('main', 'Mijn bedrijf').settings;
    before.putIntegration('snelstart', { ...NEW_INTEGRATION, settings: { workArticle: 'ARBEID' }, settingsVersion: 3 });
    before.setActivePackage('snelstart');
    before.setPausedByUser(true);

    const after = settingsIn(file).company('main', 'Mijn bedrijf').settings;
    expect(after.integration('snelstart').settings).toEqual({ workArticle: 'ARBEID' });
    expect(after.activePackage()).toBe('snelstart');
    expect(after.pausedByUser()).toBe(true);
  });

  it('leaves the settings of another company alone', () => {
    const store = settingsIn(memorySettingsFile());
    const practice = store.company('practice', 'Oefenadministratie').settings;
    store.company('main', 'Mijn bedrijf').settings.setActivePackage('snelstart');
    expect(practice.activePackage()).toBeNull();
  });

  it('keeps the name it was given, not the one for a new company', () => {
    const file = memorySettingsFile();
    settingsIn(file).company('main', 'Mijn bedrijf').rename('Jansen Installaties');
    expect(settingsIn(file).company('main', 'Mijn bedrijf').name()).toBe('Jansen Installaties');
  });
});

describe('the package that leads', () => {
  it('is still the last one after it was deactivated, until another one is active', () => {
    const file = memorySettingsFile();
    const company = settingsIn(file).company('main', 'Mijn bedrijf').settings;
    expect(company.leadingPackage()).toBeNull();
    company.setActivePackage('snelstart');
    company.setActivePackage(null);
    expect(settingsIn(file).company('main', 'Mijn bedrijf').settings.leadingPackage()).toBe('snelstart');
    company.setActivePackage('billit');
    expect(company.leadingPackage()).toBe('billit');
  });

  it('is the former one again when its data are put back', () => {
    const file = memorySettingsFile();
    const company = settingsIn(file).company('main', 'Mijn bedrijf').settings;
    company.setActivePackage('snelstart');
    company.setActivePackage('billit');
    company.handBackTo('snelstart');
    const after = settingsIn(file).company('main', 'Mijn bedrijf').settings;
    expect([after.activePackage(), after.leadingPackage()]).toEqual([null, 'snelstart']);
  });
});

describe('several companies', () => {
  it('are listed in the order in which they were added, and the one that was chosen is remembered', () => {
    const file = memorySettingsFile();
    const store = settingsIn(file);
    store.company('main', 'Jansen');
    store.company('b7', 'Pietersen');
    expect(store.shownCompany()).toBeNull();
    store.saveShownCompany('b7');
    expect(settingsIn(file).companyIds()).toEqual(['main', 'b7']);
    expect(settingsIn(file).shownCompany()).toBe('b7');
  });

  it('know of each other which administration they are active with, by package', () => {
    const store = settingsIn(memorySettingsFile());
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
    const file = memorySettingsFile(text);
    const opened = openSettings(file);
    expect(opened.ok ? null : opened.problem).toMatchObject({
      code: 'settings-unreadable',
      params: { file: '/data/settings.json' },
    });
    expect(file.text()).toBe(text);
  });

  it('is told apart when a newer app wrote it', () => {
    const opened = openSettings(memorySettingsFile('{"format":2,"everything":"else"}'));
    expect(opened.ok ? null : opened.problem.code).toBe('settings-of-newer-app');
  });
});

it('does not believe what the disk refused', () => {
  const file = memorySettingsFile();
  const store = settingsIn(file);
  const failing: SettingsFile = {
    ...file,
    write: () => {
      throw new Error('ENOSPC');
    },
  };
  const company = settingsIn(failing).company.bind(null, 'main', 'Mijn bedrijf');
  expect(company).toThrow('ENOSPC');
  expect(store.windowPlace()).toBeNull();
});
