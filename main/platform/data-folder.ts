/** Runs in the main process: where this computer keeps the app's data. Pure. */
import { join, resolve } from 'node:path';

export interface ComputerPaths {
  readonly platform: NodeJS.Platform;
  readonly homeDirectory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The files of one data folder; everything the app keeps outside the keychain is below `root`. */
export interface DataFolder {
  readonly root: string;
  /** File name without `.json`: that is how the settings file is opened. */
  readonly settingsName: 'settings';
  readonly settingsFile: string;
  readonly logs: string;
  /** Chromium's own files (window caches). Nothing of the office is in there. */
  readonly browser: string;
  /** Last backups of companies that were removed. */
  readonly removedCompanies: string;
  readonly company: (companyId: string) => CompanyFolder;
}

export interface CompanyFolder {
  readonly root: string;
  readonly databaseFile: string;
  readonly backups: string;
}

/**
 * The folder that is used when none is named. It lies on the computer itself, never in a profile that travels over the
 * network (on Windows Local AppData, not Roaming): SQLite's write-ahead log needs a local disk.
 */
export function defaultDataFolder({ platform, homeDirectory, env }: ComputerPaths): string {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homeDirectory, 'AppData', 'Local'), 'Simon Koppel');
  }
  if (platform === 'darwin') return join(homeDirectory, 'Library', 'Application Support', 'Simon Koppel');
  const dataHome = env.XDG_DATA_HOME;
  // The XDG specification: a relative path there is to be ignored.
  const base = dataHome?.startsWith('/') === true ? dataHome : join(homeDirectory, '.local', 'share');
  return join(base, 'simon-koppel');
}

/** The layout below a folder that was named on the command line (relative to the working directory) or the default. */
export function dataFolderAt(path: string): DataFolder {
  const root = resolve(path);
  return {
    root,
    settingsName: 'settings',
    settingsFile: join(root, 'settings.json'),
    logs: join(root, 'logs'),
    browser: join(root, 'browser'),
    removedCompanies: join(root, 'removed-companies'),
    company: (companyId) => {
      const folder = join(root, 'companies', companyId);
      return { root: folder, databaseFile: join(folder, 'simon.sqlite'), backups: join(folder, 'backups') };
    },
  };
}
