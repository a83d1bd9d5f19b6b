import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBeforeTail, cutText } from '../../../connectors/_kit/cut-text';

const LONE_SURROGATE = /\p{Surrogate}/u;
const FIELD = { nl: 'Omschrijving', en: 'Description' };

describe('cutText', () => {
  it.each([
    ['Ketel vervangen', 15, 'Ketel vervangen'],
    ['Ketel vervangen en leidingen nagekeken', 24, 'Ketel vervangen en…'],
    ['Ketel vervangen, leidingen nagekeken', 18, 'Ketel vervangen…'],
    ['Ketel vervangen en', 16, 'Ketel vervangen…'],
    ['Verwarmingsinstallatiewerkzaamheden', 10, 'Verwarmin…'],
    ['één twee', 4, 'één…'],
    ['', 5, ''],
  ])('%j in %i characters is %j', (text, allowed, expected) => {
    expect(cutText(text, allowed, FIELD).text).toBe(expected);
  });

  it('cuts inside a word that would otherwise cost most of the text', () => {
    expect(cutText(`Zie https://voorbeeld.nl/${'a'.repeat(80)}`, 40, FIELD).text).toHaveLength(40);
    expect(cutText('Ketel vervangen en leidingen', 20, FIELD).text).toBe('Ketel vervangen en…');
  });

  it('reports what was cut', () => {
    expect(cutText('Ketel vervangen', 10, FIELD).cut).toEqual({ field: FIELD, allowed: 10, length: 15 });
    expect(cutText('Ketel', 10, FIELD).cut).toBeNull();
  });

  it('fits, and never leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(40), (text, allowed) => {
        const { text: kept, cut } = cutText(text, allowed, FIELD);
        expect(kept.length).toBeLessThanOrEqual(allowed);
        expect(cut === null).toBe(text.length <= allowed);
        if (!LONE_SURROGATE.test(text)) expect(kept).not.toMatch(LONE_SURROGATE);
      }),
    );
  });
});

describe('cutBeforeTail', () => {
  it('puts the tail behind the text and keeps it when the text is cut', () => {
    expect(cutBeforeTail('Ketel vervangen', 'XXX', 50, FIELD)).toEqual({ text: 'Ketel vervangen XXX', cut: null });
    expect(cutBeforeTail('Ketel vervangen', 'XXX', 12, FIELD)).toEqual({
      text: 'Ketel… XXX',
      cut: { field: FIELD, allowed: 12, length: 19 },
    });
    expect(cutBeforeTail('', 'XXX', 12, FIELD)).toEqual({ text: 'XXX', cut: null });
    expect(cutBeforeTail('Ketel', '', 12, FIELD)).toEqual({ text: 'Ketel', cut: null });
  });

  it('always ends with the tail and always fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ minLength: 1, maxLength: 3 }), (text, tail) => {
        const { text: kept } = cutBeforeTail(text, tail, 50, FIELD);
        expect(kept.endsWith(tail)).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(50);
      }),
    );
  });
});
