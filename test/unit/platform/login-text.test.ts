import { describe, expect, it } from 'vitest';
import { answerIn, readPastedAnswer } from '../../../main/platform/login-text';

const pasted = (text: string) => {
  const answer = readPastedAnswer(text);
  return answer === null ? null : Object.fromEntries(answer);
};

describe('what the office pastes', () => {
  it('is the address that the browser ended at', () => {
    expect(pasted('https://koppel.example/terug?code=abc&state=xyz.51234')).toEqual({
      code: 'abc',
      state: 'xyz.51234',
    });
    expect(pasted(' http://127.0.0.1:8765/terug?error=access_denied&state=xyz \n')).toEqual({
      error: 'access_denied',
      state: 'xyz',
    });
    expect(pasted('simon-koppel://login-return?code=abc&state=xyz')).toEqual({ code: 'abc', state: 'xyz' });
  });

  it('may be broken over lines by a mail program', () => {
    expect(pasted('https://koppel.example/terug?code=abc\n def&sta\r\nte=xyz')).toEqual({
      code: 'abcdef',
      state: 'xyz',
    });
  });

  it('is what stands behind the question mark, or only the code', () => {
    expect(pasted('code=abc&state=xyz')).toEqual({ code: 'abc', state: 'xyz' });
    expect(pasted('?state=xyz&code=abc')).toEqual({ code: 'abc', state: 'xyz' });
    expect(pasted('stampNL001.yJbE-x/y+z=')).toEqual({ code: 'stampNL001.yJbE-x/y+z=' });
  });

  it('is decoded exactly once, wherever it stood', () => {
    expect(pasted('https://koppel.example/terug?code=abc%21IAAAA%2525&state=x')?.code).toBe('abc!IAAAA%25');
    expect(pasted('abc%21IAAAA')).toEqual({ code: 'abc!IAAAA' });
    expect(pasted('abc!IAAAA'), 'decoded already').toEqual({ code: 'abc!IAAAA' });
    expect(pasted('abc%zz'), 'a percent sign of the code itself').toEqual({ code: 'abc%zz' });
  });

  it('is refused when it is the login page itself, another page, nothing, or far too long', () => {
    expect(pasted('https://login.example/auth?client_id=a&state=xyz')).toBeNull();
    expect(pasted('https://koppel.example/terug')).toBeNull();
    expect(pasted('https://koppel.example/terug?code=&state=xyz')).toBeNull();
    expect(pasted('   ')).toBeNull();
    expect(pasted('Ik heb geen code gekregen…')).toBeNull();
    expect(pasted('a'.repeat(8_001))).toBeNull();
    expect(answerIn(new URL(`https://koppel.example/terug?code=${'a'.repeat(8_001)}`))).toBeNull();
  });
});
