import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { guarded } from '../db/connection';
import type { SettingsContent } from './settings-schema';
import type { SettingsFile } from './settings-store';

/** The settings file through electron-store: written beside the file, flushed to disk, then renamed over it. */
export function settingsFileIn(folder: string, name: string): SettingsFile {
  const path = join(folder, `${name}.json`);
  let store: ElectronStore<Partial<SettingsContent>> | null = null;
  const open = (): ElectronStore<Partial<SettingsContent>> =>
    (store ??= new ElectronStore<Partial<SettingsContent>>({
      cwd: folder,
      name,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      // A damaged file must stop the start, not become an empty one.
      clearInvalidConfig: false,
    }));

  return {
    path,
    read: () => (existsSync(path) ? open().store : null),
    write: (content) =>
      guarded(() => {
        open().store = content;
      }),
  };
}
