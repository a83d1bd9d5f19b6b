/** Reads what a login page sent back, from an address or from what the office pasted. Pure. */

/** Longer than any vendor's code; what is longer is no answer of a login. */
const MAX_LENGTH = 8_000;

/** The parameters of an address, decoded once; null when they are no answer of a login. */
export function answerIn(address: URL): URLSearchParams | null {
  if (address.href.length > MAX_LENGTH) return null;
  const { searchParams } = address;
  const isAnswer = (searchParams.get('code') ?? searchParams.get('error') ?? '') !== '';
  return isAnswer ? searchParams : null;
}

/**
 * What the office pasted: the address that the browser ended at, what stands behind its question mark, or only the code.
 * A code is decoded once, as it would be in an address: Exact Online's stand there with `%21` for `!`. Null: none of these.
 */
export function readPastedAnswer(text: string): URLSearchParams | null {
  // Mail programs and chat windows put spaces and line breaks into a long address.
  const pasted = text.replace(/\s+/gu, '');
  if (pasted === '' || pasted.length > MAX_LENGTH) return null;
  if (URL.canParse(pasted) && pasted.includes('?')) return answerIn(new URL(pasted));
  if (/^\??(code|error|state)=/u.test(pasted)) return answerIn(new URL(`${BASE}?${pasted.replace(/^\?/u, '')}`));
  // Words are no code.
  if (/\S[ \t]+\S/u.test(text)) return null;
  const code = decoded(pasted);
  // Visible characters of ASCII, as a code has (RFC 6749 appendix A.11), and no address of something else.
  return /^[\x21-\x7e]+$/u.test(code) && !pasted.includes('://') ? new URLSearchParams({ code }) : null;
}

/** Only gives a query something to stand behind. */
const BASE = 'http://localhost/';

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    // A percent sign that encodes nothing belongs to the code.
    return code;
  }
}
