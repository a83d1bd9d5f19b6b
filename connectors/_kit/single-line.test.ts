import { expect, it } from 'vitest';
import { singleLine } from './single-line';

it.each([
  ['Ketel vervangen\r\nen nagekeken', 'Ketel vervangen en nagekeken'],
  ['  twee\t spaties\u00a0hard \n', 'twee spaties hard'],
  ['', ''],
])('%j is %j', (text, expected) => {
  expect(singleLine(text)).toBe(expected);
});
