import { describe, expect, it } from 'vitest';
import { ERRORS } from './simulator/errors';
import { refusal } from './problems';

const error = (shownCode: string, text = '') => ({ code: shownCode.replaceAll('.', ''), shownCode, text });

describe('what e-Boekhouden refuses', () => {
  // E002.x says that a session ended: the connection opens another one.
  it.each(Object.keys(ERRORS).filter((code) => !/^E002\.[1-4]$/.test(code)))(
    '%s is explained in Dutch and English, with what to do',
    (code) => {
      const { text, vendor } = refusal(error(code), 200);
      for (const language of ['nl', 'en'] as const) {
        expect(text?.message[language]).toMatch(/\w/);
        expect(text?.action?.[language]).toMatch(/\w/);
      }
      expect(vendor).toMatchObject({ status: 200, code });
    },
  );

  it('says which code is wrong where the service tells', () => {
    expect(refusal(error('E001.3'), 200)).toMatchObject({ kind: 'needs-login' });
    expect(refusal(error('E001.3'), 200).text?.message.nl).toContain('beveiligingscode 2');
  });

  it('about a line names its article', () => {
    const found = refusal(error('CFACT042', 'BTW-code van regel 2 is ongeldig'), 200, (line) => ['A', 'B'][line - 1]);
    expect(found).toMatchObject({ kind: 'rejected', params: { article: 'B' } });
    expect(found.text?.message.nl).toContain('artikel ‘B’');
  });

  it('about a line without a number still says what is wrong', () => {
    expect(refusal(error('CFACT042'), 200).text?.message.nl).toContain('een artikel op deze werkbon');
  });

  it('with a code that nobody knows keeps the words of the vendor', () => {
    const found = refusal(error('CFACT999', 'Iets nieuws'), 200);
    expect(found).toMatchObject({ kind: 'rejected', code: 'rejected', params: { text: 'CFACT999 Iets nieuws' } });
    expect(found.vendor?.text).toBe('Iets nieuws');
  });

  it.each([
    ['E001.1', 'needs-login'],
    ['E001.5', 'not-allowed'],
    ['E003.1', 'rate-limited'],
    ['CFACT028', 'rejected'],
  ])('%s is of kind %s', (code, kind) => {
    expect(refusal(error(code), 200).kind).toBe(kind);
  });
});
