/** What came back from a login page: the code of this login, why there is none, or nothing of this login. Pure. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';

const MAX_DESCRIPTION = 200;

/**
 * The code, when `parameters` answer the login with this state (RFC 6749 section 4.1.2). Null when they do not: another
 * login, or a page on the web that wants to slip its own code in (section 10.12). `pasted`: the office gave it by hand,
 * and may have given the bare code. Problems: `login-denied`, `login-page-failed`.
 */
export function readLoginAnswer(parameters: URLSearchParams, state: string, pasted: boolean): Result<string> | null {
  const given = parameters.get('state');
  const code = parameters.get('code') ?? '';
  const error = parameters.get('error') ?? '';
  if (given === null) {
    if (pasted && code !== '') return ok(code);
    // Billit does not tell whether a refusal carries the state. The worst that a false one can do is to end the login.
    return code === '' && error !== '' ? refusal(error, '') : null;
  }
  if (!isSame(given, state)) return null;
  if (error !== '') return refusal(error, parameters.get('error_description') ?? '');
  return code === '' ? null : ok(code);
}

function refusal(error: string, description: string): Result<never> {
  if (error === 'access_denied') return fail(problem('needs-login', 'login-denied'));
  // Both come from an address, so only what looks like the code of an error is shown, and little of the sentence.
  const code = /^[\w.-]{1,60}$/.test(error) ? error : 'unknown';
  const text = description === '' ? null : description.slice(0, MAX_DESCRIPTION);
  return fail(problem('needs-login', 'login-page-failed', { error: code }, { vendor: { status: null, code, text } }));
}

/** In a time that tells nothing of where they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
