import type { TextCut } from './document';
import type { LocalizedText } from './text';

const ELLIPSIS = '…';

/**
 * Fits a text into `allowed` characters (UTF-16 units, as the packages count them). What is too long is cut at a word
 * and ends with an ellipsis; where that would lose more than half of the room to one long word, the word is cut inside,
 * never inside a surrogate pair. `cut` reports it for the log; null when nothing was cut.
 */
export function cutText(
  text: string,
  allowed: number,
  field: LocalizedText,
): { readonly text: string; readonly cut: TextCut | null } {
  if (text.length <= allowed) return { text, cut: null };
  return { text: shorten(text, allowed), cut: { field, allowed, length: text.length } };
}

/** As `cutText`, for a text with a tail behind it that must survive: the text is cut, the tail never is. */
export function cutBeforeTail(
  text: string,
  tail: string,
  allowed: number,
  field: LocalizedText,
): { readonly text: string; readonly cut: TextCut | null } {
  if (tail === '') return cutText(text, allowed, field);
  if (text === '') return { text: tail, cut: null };
  const room = allowed - tail.length - 1;
  if (text.length <= room) return { text: `${text} ${tail}`, cut: null };
  const kept = shorten(text, room);
  return {
    text: kept === '' ? tail : `${kept} ${tail}`,
    cut: { field, allowed, length: text.length + 1 + tail.length },
  };
}

function shorten(text: string, allowed: number): string {
  if (allowed < 1) return '';
  const room = allowed - ELLIPSIS.length;
  const head = text.slice(0, room);
  const endsAtWord = /\s/.test(text.charAt(room));
  const lastWord = head.search(/\s\S*$/);
  const atWord = endsAtWord || lastWord < room / 2 ? head : head.slice(0, lastWord);
  return atWord.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.\-–]+$/, '') + ELLIPSIS;
}
