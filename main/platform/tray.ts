/** Runs in the main process: the icon beside the clock. On a desktop without a tray nothing shows, and nothing fails. */
import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import type { Language } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';
import { momentText } from '../log/moment-text';
import { resourceFile } from './resources';
import { sentenceOf, trayLook, type TrayFacts, type TrayLook } from './tray-look';

export interface TrayActions {
  readonly open: () => void;
  readonly syncNow: () => void;
  readonly setPaused: (paused: boolean) => void;
  readonly quit: () => void;
}

export interface AppTray {
  readonly show: (facts: TrayFacts, language: Language) => void;
  readonly remove: () => void;
}

export function createTray(actions: TrayActions): AppTray {
  const tray = new Tray(iconOf('not-linked'));
  tray.on('click', actions.open);
  let shown = '';

  return {
    show: (facts, language) => {
      // Setting the menu anew closes it under the user's hand.
      const now = JSON.stringify([facts, language]);
      if (now === shown) return;
      shown = now;
      tray.setImage(iconOf(trayLook(facts)));
      const { key, count, atMs } = sentenceOf(facts);
      const sentence = knownText(key, { count, time: atMs === null ? '' : momentText(atMs, Date.now()) })[language];
      const status = facts.company === null ? sentence : `${facts.company}: ${sentence}`;
      tray.setToolTip(`Simon Koppel: ${status}`);
      tray.setContextMenu(menuOf(facts, status, language, actions));
    },
    remove: () => tray.destroy(),
  };
}

function menuOf(facts: TrayFacts, status: string, language: Language, actions: TrayActions): Menu {
  const label = (key: string): string => knownText(`tray.${key}`)[language];
  const linked = facts.connection !== 'not-linked';
  return Menu.buildFromTemplate([
    { label: status, enabled: false },
    { type: 'separator' },
    { label: label('open'), click: actions.open },
    { label: label('sync-now'), enabled: linked && facts.connection !== 'busy', click: actions.syncNow },
    facts.pausedByUser
      ? { label: label('resume'), enabled: linked, click: () => actions.setPaused(false) }
      : { label: label('pause'), enabled: linked, click: () => actions.setPaused(true) },
    { type: 'separator' },
    { label: label('quit'), click: actions.quit },
  ]);
}

/**
 * macOS draws the icon itself, in the colour of its menu bar; it wants the shape only. The @2x file is found by its name.
 * Windows takes the size that fits its screen out of the .ico: 16 to 48 pixels.
 */
function iconOf(look: TrayLook): NativeImage {
  if (process.platform === 'win32') return nativeImage.createFromPath(resourceFile('tray', `${look}.ico`));
  if (process.platform !== 'darwin') return nativeImage.createFromPath(resourceFile('tray', `${look}.png`));
  const image = nativeImage.createFromPath(resourceFile('tray', `${look}Template.png`));
  image.setTemplateImage(true);
  return image;
}
