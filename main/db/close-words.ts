/** Finds words with typing errors in them. Texts are folded (`search-text.ts`). */

/** A typed word of this length may hold one error; a longer one two. Shorter ones resemble too much. */
const ONE_ERROR_FROM = 4;
const TWO_ERRORS_FROM = 8;

/** What stands between words; folded texts hold few other signs, and this is quicker than asking for letters. */
const SEPARATORS = /[\s\-/.,;:()"'+*&]+/;

/** How many errors a typed word may hold. None in figures: another figure is another number. */
export const allowedErrors = (word: string): number =>
  word.length < ONE_ERROR_FROM || /\d/.test(word) ? 0 : word.length < TWO_ERRORS_FROM ? 1 : 2;

/**
 * How many typing errors a typed word has when it stands for a part of this text: 0 when it is in it, else the least
 * number against the beginning of any of its words. A letter too many, too few, wrong, or two that changed places are one
 * error each. Null when there are more than may be for a word of that length. `known` holds what was worked out before for
 * the same typed word: texts have many words in common.
 */
export function errorsIn(word: string, text: string, known = new Map<string, number>()): number | null {
  if (text.includes(word)) return 0;
  const allowed = allowedErrors(word);
  if (allowed === 0) return null;
  let least = allowed + 1;
  for (const candidate of text.split(SEPARATORS)) {
    if (candidate.length + allowed < word.length) continue;
    let errors = known.get(candidate);
    if (errors === undefined) {
      errors = errorsAtStart(word, candidate, allowed);
      known.set(candidate, errors);
    }
    least = Math.min(least, errors);
  }
  return least > allowed ? null : least;
}

/** Most words that one typed word is taken for; more would only find what nobody meant. */
const MOST_CLOSE_WORDS = 4;

/** Words of a text that a typing error is looked for in. */
export const lettersOnly = (text: string): readonly string[] =>
  text.split(SEPARATORS).filter((word) => word.length >= ONE_ERROR_FROM - 1 && !/\d/.test(word));

/**
 * The beginnings of these words that a typed word most likely stands for: those with the fewest typing errors, at most
 * four. One that holds another is left out: whoever looks for the shorter one finds it too.
 */
export function closeStarts(typed: string, words: readonly string[]): readonly string[] {
  let fewest = allowedErrors(typed);
  if (fewest === 0) return [];
  const letters = [...new Set(typed)];
  let close = new Set<string>();
  for (const word of words) {
    if (word.length + fewest < typed.length || isLacking(letters, word, fewest)) continue;
    const { errors, length } = bestStart(typed, word, fewest);
    if (errors === 0 || errors > fewest) continue;
    if (errors < fewest) close = new Set();
    fewest = errors;
    close.add(word.slice(0, length));
  }
  const starts: string[] = [];
  for (const start of [...close].sort((one, other) => one.length - other.length)) {
    if (starts.length < MOST_CLOSE_WORDS && !starts.some((taken) => start.includes(taken))) starts.push(start);
  }
  return starts;
}

/** Quick no: every letter that the word lacks is an error of its own. */
function isLacking(letters: readonly string[], word: string, allowed: number): boolean {
  let missing = 0;
  for (const letter of letters) {
    if (!word.includes(letter) && (missing += 1) > allowed) return true;
  }
  return false;
}

const errorsAtStart = (typed: string, word: string, allowed: number): number => bestStart(typed, word, allowed).errors;

/**
 * The beginning of `word` that fits `typed` best: its length, and how many errors that leaves. More than `allowed` is not
 * counted exactly.
 */
function bestStart(typed: string, word: string, allowed: number): { readonly errors: number; readonly length: number } {
  // What is longer than the typed word and its errors can be left out: only a beginning is compared.
  const length = Math.min(word.length, typed.length + allowed);
  let before: readonly number[] = [];
  let previous = Array.from({ length: length + 1 }, (_, place) => place);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let best = row;
    for (let place = 1; place <= length; place += 1) {
      const isSame = typed[row - 1] === word[place - 1];
      let errors = Math.min(
        at(previous, place) + 1,
        at(current, place - 1) + 1,
        at(previous, place - 1) + (isSame ? 0 : 1),
      );
      const areSwapped =
        row > 1 && place > 1 && typed[row - 1] === word[place - 2] && typed[row - 2] === word[place - 1];
      if (areSwapped) errors = Math.min(errors, at(before, place - 2) + 1);
      current.push(errors);
      best = Math.min(best, errors);
    }
    // Two rows that are all too bad cannot get better, also not by a swap.
    if (best > allowed + 1) return { errors: best, length };
    before = previous;
    previous = current;
  }
  const errors = Math.min(...previous);
  return { errors, length: previous.lastIndexOf(errors) };
}

const at = (row: readonly number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY;
