import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Of } from './base64';

it.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foobar', 'Zm9vYmFy'],
])('%j is %j (RFC 4648 section 10)', (text, expected) => {
  expect(base64Of(new TextEncoder().encode(text))).toBe(expected);
});

it('gives back every byte, also of more than goes in one turn', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(new Uint8Array(Buffer.from(base64Of(bytes), 'base64'))).toEqual(bytes);
    }),
  );
  const large = Uint8Array.from({ length: 200_001 }, (_, index) => (index * 7) % 251);
  expect(Buffer.from(base64Of(large), 'base64').equals(large)).toBe(true);
});
