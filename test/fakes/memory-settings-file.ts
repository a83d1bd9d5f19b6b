import { openSettings, type SettingsFile, type SettingsStore } from '../../main/platform/settings-store';

/** A settings file in memory, as JSON, so that what does not survive JSON shows. */
export function memorySettingsFile(text: string | null = null): SettingsFile & { readonly text: () => string | null } {
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

/** The settings in that file, which must be sound. */
export function settingsIn(file: SettingsFile): SettingsStore {
  const opened = openSettings(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}
