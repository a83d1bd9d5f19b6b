import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJsonText, exactNumber } from '../../../connectors/_kit/exact-json';

describe('exactJsonText', () => {
  it('writes decimals digit for digit as JSON numbers', () => {
    const body = { lines: [{ count: exactNumber('0.25'), price: exactNumber('12345678901234.12345') }], text: '0.25' };
    expect(exactJsonText(body)).toBe('{"lines":[{"count":0.25,"price":12345678901234.12345}],"text":"0.25"}');
  });

  it('survives storage as JSON', () => {
    const stored: unknown = JSON.parse(JSON.stringify({ price: exactNumber('-0.00001') }));
    expect(exactJsonText(stored as never)).toBe('{"price":-0.00001}');
  });

  it('is ordinary JSON for everything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(exactJsonText(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each(['1e5', '01', '1.', '.5', 'NaN', ''])('refuses %j', (text) => {
    expect(() => exactNumber(text)).toThrow();
  });
});
