import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsIn } from '../../../main/db/close-words';

/** Errors against one whole beginning, by the definition: every way of undoing the last letters. */
function errorsBetween(typed: string, start: string): number {
  if (typed === '' || start === '') return typed.length + start.length;
  const [t, s] = [typed.slice(0, -1), start.slice(0, -1)];
  const ways = [
    errorsBetween(t, start) + 1,
    errorsBetween(typed, s) + 1,
    errorsBetween(t, s) + (typed.at(-1) === start.at(-1) ? 0 : 1),
  ];
  if (typed.length > 1 && start.length > 1 && typed.at(-1) === start.at(-2) && typed.at(-2) === start.at(-1)) {
    ways.push(errorsBetween(typed.slice(0, -2), start.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

describe('a word with typing errors', () => {
  it.each([
    ['expansievat', 'expansievat 18 liter', 0],
    ['vat', 'expansievat 18 liter', 0],
    ['expansiefat', 'expansievat 18 liter', 1],
    ['expnasievat', 'expansievat 18 liter', 1],
    ['expansivat', 'expansievat 18 liter', 1],
    ['exspanssievat', 'expansievat 18 liter', 2],
    ['liteer', 'expansievat 18 liter', 1],
    ['kopp', 'koppeling messing', 0],
    ['kpopel', 'koppeling messing', 1],
    ['vaat', 'expansievat 18 vat', 1],
    ['cv-1025', 'cv-1024\nexpansievat', null],
    ['vot', 'vat', null],
    ['fitting', 'kraan', null],
  ])('%s in %j has %j', (word, text, errors) => {
    expect(errorsIn(word, text)).toBe(errors);
  });

  it('has as many as the definition says', () => {
    const letters = (maxLength: number) =>
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 4, maxLength }).map((some) => some.join(''));
    fc.assert(
      fc.property(letters(7), letters(8), (typed, word) => {
        const starts = Array.from({ length: word.length + 1 }, (_, length) => word.slice(0, length));
        const least = Math.min(...starts.map((start) => errorsBetween(typed, start)));
        const expected = word.includes(typed) ? 0 : least <= 1 ? least : null;
        expect(errorsIn(typed, word)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
