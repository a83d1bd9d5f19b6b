import en from '../../resources/i18n/en.json';
import nl from '../../resources/i18n/nl.json';
import { withoutEmails, withoutIbans, withoutVatNumbers } from './redact';

/** What is known of the people and the work that a text may be about. */
export interface KnownData {
  /** Names, addresses, phone numbers, texts of work orders: whatever must not leave. */
  readonly personal: readonly string[];
  /** Words that may stay although they are no words of Simon: names of packages, codes of articles. */
  readonly harmless: readonly string[];
}

/** Shorter texts are in every sentence, and tell nothing by themselves. */
const LEAST_LENGTH = 3;

const texts = (part: unknown): readonly string[] =>
  typeof part === 'string' ? [part] : Object.values(part as object).flatMap(texts);
/** Words of Simon's own sentences, without the places in them. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  [nl, en]
    .flatMap(({ log, problems, ledger, ui }) =>
      texts([log, problems, ledger, ui.log, ui.resource, ui.run, ui.status, ui.delivery]),
    )
    .flatMap((text) => text.replace(/\{\{.*?\}\}/g, ' ').match(/[\p{L}]+/gu) ?? [])
    .map((word) => word.toLowerCase()),
);

/**
 * Numbers, codes and ids: capitals and figures, with one figure at least and no more than four capitals in a row where it
 * has parts (`KAB-3X25`, `SK-7Q4M2X-1042-1`), or a UUID.
 */
const CODE =
  /^(?=.*\d)[A-Z0-9]+$|^(?=.*\d)(?!.*[A-Z]{5})[A-Z0-9]+(?:-[A-Z0-9]+)+$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PARTS = '(?<![\\p{L}\\p{N}])(?=[A-Z-]*\\d)(?![A-Z0-9-]*[A-Z]{5})[A-Z0-9]+(?:-[A-Z0-9]+)+(?![\\p{L}\\p{N}])';
const WORD = new RegExp(`${UUID}|${PARTS}|[\\p{L}\\p{M}\\p{N}]+`, 'gu');
/** A number as people dial it, from nine figures; and a Dutch postcode. */
const PHONE = /(?<![\p{L}\p{N}-])(?:\+|00|0)[\d][\d ()./-]{7,}\d(?![\p{L}\p{N}])/gu;
const POSTCODE = /(?<![\p{L}\p{N}-])[1-9]\d{3} ?[A-Z]{2}(?![\p{L}\p{N}-])/gu;

/** A piece of a text; one that was replaced is left alone from then on. */
interface Piece {
  readonly text: string;
  readonly isToken: boolean;
}

/**
 * A text with a token in the place of whatever may be personal, the same one for the same words. Three sieves: what is
 * known of the people it is about, what looks like a number or an address of a person, and every word that is neither one
 * of Simon's own sentences nor a code.
 */
export function withoutPersonalData(text: string, known: KnownData, token: (words: string) => string): string {
  const harmless = new Set(known.harmless.map((word) => word.toLowerCase()));
  const values = [...new Set(known.personal.map((value) => value.trim()))]
    .filter((value) => value.length >= LEAST_LENGTH)
    .toSorted((one, other) => other.length - one.length);
  let pieces: readonly Piece[] = [{ text, isToken: false }];
  const replace = (pattern: RegExp, isPersonal: (found: string) => boolean = () => true): void => {
    pieces = pieces.flatMap((piece) => (piece.isToken ? [piece] : split(piece.text, pattern, isPersonal, token)));
  };

  for (const value of values) replace(wholly(value));
  for (const without of [withoutEmails, withoutVatNumbers, withoutIbans]) {
    pieces = pieces.map((piece) => (piece.isToken ? piece : { text: without(piece.text), isToken: false }));
    replace(/\[(?:e-mail|vat|iban)[^\]]*\]/gu);
  }
  replace(PHONE);
  replace(POSTCODE);
  replace(WORD, (word) => {
    if (CODE.test(word) || /^\d+$/u.test(word)) return false;
    return !OWN_WORDS.has(word.toLowerCase()) && !harmless.has(word.toLowerCase());
  });
  return pieces.map((piece) => piece.text).join('');
}

/** This value, not as a part of a longer word; whatever the case, and the spaces within. */
function wholly(value: string): RegExp {
  const literal = value
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}

function split(
  text: string,
  pattern: RegExp,
  isPersonal: (found: string) => boolean,
  token: (words: string) => string,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '' || !isPersonal(match[0])) continue;
    pieces.push({ text: text.slice(from, match.index), isToken: false }, { text: token(match[0]), isToken: true });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), isToken: false });
  return pieces;
}
