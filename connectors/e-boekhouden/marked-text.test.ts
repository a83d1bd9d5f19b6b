import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsMarker } from '../_kit/marker';
import { withMarker } from './marked-text';

const MARKER = 'SK-7Q4M2X-1042-1';

describe('the marker', () => {
  it('stands behind a short text, and in front of a long one', () => {
    expect(withMarker('Arbeidsuur monteur', MARKER)).toBe(`Arbeidsuur monteur ${MARKER}`);
    expect(withMarker('x'.repeat(90), MARKER)).toBe(`${MARKER} ${'x'.repeat(90)}`);
    expect(withMarker('Arbeidsuur monteur', '')).toBe('Arbeidsuur monteur');
  });

  it('is among the first hundred characters of any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(bearsMarker(withMarker(text, MARKER).slice(0, 100), MARKER)).toBe(true);
      }),
    );
  });
});
