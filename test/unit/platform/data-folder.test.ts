import { describe, expect, it } from 'vitest';
import { dataFolderAt, defaultDataFolder } from '../../../main/platform/data-folder';

describe('the default data folder', () => {
  it('lies on the computer itself on Windows, not in the profile that travels', () => {
    const env = { LOCALAPPDATA: 'C:\\Users\\Jan\\AppData\\Local', APPDATA: 'C:\\Users\\Jan\\AppData\\Roaming' };
    const folder = defaultDataFolder({ platform: 'win32', homeDirectory: 'C:\\Users\\Jan', env });
    expect(folder).toContain('C:\\Users\\Jan\\AppData\\Local');
    expect(folder).not.toContain('Roaming');
  });

  it('follows XDG_DATA_HOME on Linux, but only an absolute one', () => {
    const at = (XDG_DATA_HOME?: string) =>
      defaultDataFolder({ platform: 'linux', homeDirectory: '/home/jan', env: { XDG_DATA_HOME } });
    expect(at('/data/jan')).toBe('/data/jan/simon-koppel');
    expect(at('relative')).toBe('/home/jan/.local/share/simon-koppel');
    expect(at()).toBe('/home/jan/.local/share/simon-koppel');
  });

  it('is in Application Support on macOS', () => {
    const folder = defaultDataFolder({ platform: 'darwin', homeDirectory: '/Users/jan', env: {} });
    expect(folder).toBe('/Users/jan/Library/Application Support/Simon Koppel');
  });
});

it('keeps the companies of one data folder apart', () => {
  const folder = dataFolderAt('/data');
  expect(folder.settingsFile).toBe('/data/settings.json');
  expect(folder.company('main').databaseFile).toBe('/data/companies/main/simon.sqlite');
  expect(folder.company('practice').databaseFile).toBe('/data/companies/practice/simon.sqlite');
});
