import { expect, it } from 'vitest';
import { momentLiteral, textLiteral } from './odata-literals';

it.each([
  ['ARBEID', "'ARBEID'"],
  ["'t Hoekje", "'''t Hoekje'"],
  ["x' or 1 eq 1 or '", "'x'' or 1 eq 1 or '''"],
])('%s is one literal, whatever quotes it holds', (text, expected) => {
  expect(textLiteral(text)).toBe(expected);
});

it('writes a moment as it came', () => {
  expect(momentLiteral('2026-11-22T08:30:00.123')).toBe("datetime'2026-11-22T08:30:00.123'");
});
