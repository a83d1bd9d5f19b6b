import type { Auth, AuthContext, Grant, Secrets } from '../_kit/connector';
import { problem } from '../_kit/problem';
import { fail, ok, type Result } from '../_kit/result';
import { retryAfterMs } from '../_kit/retry-after';
import { administrationKeyOf } from './administration-key';
import { childText, readResult, serviceError } from './answer';
import { plainCall, withSession } from './envelope';
import { codesRefused, limitReached } from './problems';

/** How this app is called in the vendor's log; at most 15 characters. */
const SOURCE = 'SimonKoppel';

/** The code of a check that went wrong in general (manual, chapter 10): once may be chance, twice is not. */
const GENERAL = 'E0017';
/** Everything about the login (E001) and the life of a session, expired, closed or unknown (E002.1 to E002.4). */
const SESSION_ENDED = /^E00(1\d|2[1-4])$/;
const LIMIT = 'E0031';

export const auth: Auth = {
  obtain: async (ctx, secrets) => {
    const first = await openSession(ctx, secrets);
    return !first.ok && first.problem.code === `e-boekhouden.${GENERAL}` ? openSession(ctx, secrets) : first;
  },

  authorize: (call, grant, secrets) => withSession(call, grant.token, pasted(secrets.securityCode2)),

  connectionProblem: (response) => {
    const error = serviceError(response);
    if (error === null) return null;
    // The session is looked at before anything else: a call that is refused for it was not carried out, a write neither.
    if (SESSION_ENDED.test(error.code)) return 'expired';
    return error.code === LIMIT ? limitReached(error, response.status) : null;
  },
};

/** OpenSession. How long a session lives is not documented, so that only a refusal tells that it ended. */
async function openSession(ctx: AuthContext, secrets: Secrets): Promise<Result<Grant>> {
  const username = (secrets.username ?? '').trim();
  const securityCode1 = pasted(secrets.securityCode1);
  const securityCode2 = pasted(secrets.securityCode2);
  if (username === '' || securityCode1 === '' || securityCode2 === '') return fail(codesRefused());
  const call = plainCall(ctx.endpoints, 'OpenSession', [
    ['Username', username],
    ['SecurityCode1', securityCode1],
    ['SecurityCode2', securityCode2],
    ['Source', SOURCE],
  ]);
  const answer = await ctx.send(call);
  if (!answer.ok) return answer;
  if (answer.value.status === 429) {
    const waitMs = retryAfterMs(answer.value.headers, ctx.clock.nowMs());
    return fail(problem('rate-limited', 'rate-limited', {}, waitMs === null ? {} : { retryAfterMs: waitMs }));
  }
  const result = await readResult(call, answer.value, 'OpenSession', ctx.clock.nowMs());
  if (!result.ok) return result;
  const sessionId = childText(result.value, 'SessionID');
  if (sessionId === '') return fail(problem('bad-response', 'answer-unexpected', { field: 'SessionID' }));
  const administrationKey = administrationKeyOf(securityCode2);
  return ok({ token: sessionId, expiresAtMs: null, administrationKey });
}

/** Pasted codes bring spaces and line breaks along. */
const pasted = (code: string | undefined): string => (code ?? '').replaceAll(/\s+/g, '');
