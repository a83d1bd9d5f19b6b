/** Runs in the main process: starting with the computer, in the background. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { autostartEntry } from './autostart-entry';

export interface LoginItem {
  readonly set: (wanted: boolean) => void;
  /** True when the user switched it off in the settings of the operating system itself; that is respected. */
  readonly switchedOffBySystem: () => boolean;
}

/** `args`: what the app is started with, besides `--hidden`. */
export function createLoginItem(args: readonly string[]): LoginItem {
  // A checkout is started as `electron FOLDER`; the packaged program needs no folder.
  const allArgs = [...(app.isPackaged ? [] : [app.getAppPath()]), '--hidden', ...args];
  return process.platform === 'linux' ? onLinux(allArgs) : onWindowsOrMac(allArgs);
}

/** The settings are looked up by program and arguments together, so both calls must name the same. */
function onWindowsOrMac(args: readonly string[]): LoginItem {
  const item = { path: process.execPath, args: [...args] };
  return {
    set: (wanted) => app.setLoginItemSettings({ ...item, openAtLogin: wanted }),
    switchedOffBySystem: () => {
      if (process.platform !== 'win32') return false;
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(item);
      return openAtLogin && !executableWillLaunchAtLogin;
    },
  };
}

function onLinux(args: readonly string[]): LoginItem {
  const configHome = process.env.XDG_CONFIG_HOME;
  const folder = join(configHome?.startsWith('/') === true ? configHome : join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'simon-koppel.desktop');
  return {
    set: (wanted) => {
      if (!wanted) return rmSync(file, { force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, autostartEntry(app.name, [process.execPath, ...args]));
    },
    switchedOffBySystem: () => false,
  };
}
