/** Runs in the main process: the menu, for its keys (copy, paste, zoom); on macOS it is seen as well. */
import { Menu } from 'electron';

export function setMenu(): void {
  const zoom = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] as const;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { role: 'editMenu' },
      { role: 'viewMenu', submenu: [...zoom] },
      ...(process.platform === 'darwin' ? [{ role: 'windowMenu' } as const] : []),
    ]),
  );
}
