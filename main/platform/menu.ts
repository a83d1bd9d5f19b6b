/** Runs in the main process: the menu, for its keys (copy, paste, zoom); on macOS it is seen as well. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuParts {
  /** Larger, smaller, or the usual size again. */
  readonly onZoom: (direction: 1 | -1 | 0) => void;
  readonly text: (name: 'zoom-in' | 'zoom-out' | 'zoom-reset') => string;
}

export function setMenu({ onZoom, text }: MenuParts): void {
  /** The first key shows in the menu; the others are those of other keyboards and of the block of figures. */
  const zoom = (name: Parameters<MenuParts['text']>[0], direction: 1 | -1 | 0, keys: readonly string[]) =>
    keys.map((key, index): MenuItemConstructorOptions => ({
      label: text(name),
      accelerator: `CommandOrControl+${key}`,
      visible: index === 0,
      acceleratorWorksWhenHidden: true,
      click: () => onZoom(direction),
    }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { role: 'editMenu' },
      {
        role: 'viewMenu',
        submenu: [
          ...zoom('zoom-reset', 0, ['0', 'num0']),
          ...zoom('zoom-in', 1, ['Plus', '=', 'numadd']),
          ...zoom('zoom-out', -1, ['-', 'numsub']),
          { role: 'togglefullscreen' },
        ],
      },
      ...(process.platform === 'darwin' ? [{ role: 'windowMenu' } as const] : []),
    ]),
  );
}
