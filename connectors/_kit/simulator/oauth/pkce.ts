import { createHash } from 'node:crypto';

/** What a client shows at the start of a login, to be proven with its verifier at the end (RFC 7636). */
export interface Challenge {
  readonly method: 'S256' | 'plain';
  readonly value: string;
}

const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

/** The challenge of an authorize request; null when there is none, `invalid` when it cannot be used. */
export function readChallenge(query: URLSearchParams): Challenge | null | 'invalid' {
  const value = query.get('code_challenge');
  const method = query.get('code_challenge_method') ?? 'plain';
  if (value === null) return null;
  return (method === 'S256' || method === 'plain') && VERIFIER.test(value) ? { method, value } : 'invalid';
}

/** Whether a verifier belongs to the challenge. */
export function provesChallenge(challenge: Challenge, verifier: string | null): boolean {
  if (verifier === null || !VERIFIER.test(verifier)) return false;
  const shown = challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return shown === challenge.value;
}
