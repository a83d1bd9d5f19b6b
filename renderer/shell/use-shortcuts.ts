import { useEffect, useRef } from 'react';
import { shortcutOf, type ShortcutId } from './shortcuts';

export type ShortcutHandlers = Readonly<Partial<Record<ShortcutId, () => void>>>;

/** A dialog is a place of its own: what lies behind it does not answer to keys. A toast is no such place. */
const DIALOG = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

/** There a question mark is only that. */
const TEXT = 'input, textarea';

/** Fields whose text is no change of the record yet, such as what one searches for: Ctrl+Z there is about that text. */
const UNDOES_ITSELF = '[role="combobox"][aria-expanded="true"], [data-own-undo]';

/** Answers to these shortcuts for as long as the component is on screen, wherever the focus is. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const id = shortcutOf(event);
      const handle = id === null ? undefined : current.current[id];
      if (handle === undefined || document.querySelector(DIALOG) !== null) return;
      if (event.key === '?' && isIn(TEXT, event.target)) return;
      if ((id === 'undo' || id === 'redo') && isIn(UNDOES_ITSELF, event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat || id === 'undo' || id === 'redo') handle();
    };
    // Before the fields, which keep keys to themselves.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

const isIn = (fields: string, target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(fields) !== null;
