/** The keys of the app, once: for the handler, for the list of shortcuts and for screen readers. */

/** Groups of the list of shortcuts, in its order. */
export const SHORTCUT_GROUPS = ['everywhere', 'editing', 'places', 'adding'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

type Shortcut = { readonly group: ShortcutGroup; readonly keys: readonly string[] };

/**
 * Keys as in `aria-keyshortcuts`, with `Mod` for Ctrl (Command on a Mac). Letters with Alt are those of the Dutch words;
 * AltGr, which types characters, is Ctrl and Alt together and never one of these.
 */
export const SHORTCUTS = {
  shortcuts: { group: 'everywhere', keys: ['F1', 'Shift+?'] },
  newWorkOrder: { group: 'everywhere', keys: ['Mod+N'] },
  newOfTemplate: { group: 'everywhere', keys: ['Mod+Shift+N'] },
  save: { group: 'editing', keys: ['Mod+S'] },
  undo: { group: 'editing', keys: ['Mod+Z'] },
  redo: { group: 'editing', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  duplicate: { group: 'editing', keys: ['Mod+D'] },
  nextStage: { group: 'editing', keys: ['Mod+Enter'] },
  customer: { group: 'places', keys: ['Alt+K'] },
  plan: { group: 'places', keys: ['Alt+P'] },
  description: { group: 'places', keys: ['Alt+O'] },
  list: { group: 'places', keys: ['Alt+L'] },
  previous: { group: 'places', keys: ['Alt+PageUp'] },
  next: { group: 'places', keys: ['Alt+PageDown'] },
  addWork: { group: 'adding', keys: ['Alt+W'] },
  addTravel: { group: 'adding', keys: ['Alt+R'] },
  addArticle: { group: 'adding', keys: ['Alt+A'] },
  addForm: { group: 'adding', keys: ['Alt+F'] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof SHORTCUTS;
export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as readonly ShortcutId[];

const isMac = (): boolean => navigator.userAgent.includes('Macintosh');

/** For `aria-keyshortcuts`. */
export const ariaKeys = (id: ShortcutId): string =>
  SHORTCUTS[id].keys.map((keys) => keys.replace('Mod', isMac() ? 'Meta' : 'Control')).join(' ');

const NAMES: Readonly<Record<string, string>> = { PageUp: 'Page Up', PageDown: 'Page Down' };
const NAMES_ON_MAC: Readonly<Record<string, string>> = { ...NAMES, Alt: '\u2325', Mod: '\u2318', Shift: '\u21e7' };

/** As they stand on the keyboard, each way to press it apart: `['F1', '?']`, `['Ctrl+N']`. */
export const shownKeys = (id: ShortcutId): readonly string[] => {
  const names = isMac() ? NAMES_ON_MAC : { ...NAMES, Mod: 'Ctrl' };
  return SHORTCUTS[id].keys.map((keys) =>
    keys
      .replace('Shift+?', '?')
      .split('+')
      .map((key) => names[key] ?? key)
      .join('+'),
  );
};

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut that a key press is, or null. */
export const shortcutOf = (pressed: PressedKey): ShortcutId | null =>
  SHORTCUT_IDS.find((id) => SHORTCUTS[id].keys.some((keys) => isPressed(keys, pressed))) ?? null;

function isPressed(keys: string, pressed: PressedKey): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const [mod, other] = isMac() ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  return (
    mod === parts.includes('Mod') &&
    !other &&
    pressed.altKey === parts.includes('Alt') &&
    pressed.shiftKey === parts.includes('Shift') &&
    // On a Mac Alt with a letter types another character: the place of the key tells which letter it is.
    (pressed.key.toLowerCase() === key.toLowerCase() || (pressed.altKey && pressed.code === `Key${key}`))
  );
}
