import { readAnswer, type AnswerRules } from '../_kit/answer';
import type { Auth } from '../_kit/connector';
import { formBody, type HttpCall, type HttpResponse } from '../_kit/http';
import { problem, type Problem } from '../_kit/problem';
import { fail, ok } from '../_kit/result';
import { retryAfterMs } from '../_kit/retry-after';
import { tokenAddress } from './addresses';
import { keyRefused, subscriptionKeyRefused, vendorError } from './problems';
import { tokenSchema } from './schemas';

/** Every refusal of the login means that the key is no good: its status and body are not documented. */
const loginRules: AnswerRules = { vendorError, refusal: () => keyRefused() };

/** How long a used-up quota takes when the gateway does not tell. */
const UNTOLD_QUOTA_MS = 15 * 60_000;

export const auth: Auth = {
  obtain: async (ctx, secrets) => {
    // Pasted keys bring line breaks and spaces along.
    const key = (secrets.koppelsleutel ?? '').replace(/\s+/g, '');
    if (key === '') return fail(keyRefused());
    const call: HttpCall = {
      method: 'POST',
      url: tokenAddress(ctx.endpoints),
      body: formBody({ grant_type: 'clientkey', clientkey: key }),
      effect: 'read',
      doc: 'https://b2bapi-developer.snelstart.nl/authenticatie',
    };
    const answer = await ctx.send(call);
    if (!answer.ok) return answer;
    if (answer.value.status === 429) {
      const waitMs = retryAfterMs(answer.value.headers, ctx.clock.nowMs());
      return fail(problem('rate-limited', 'rate-limited', {}, waitMs === null ? {} : { retryAfterMs: waitMs }));
    }
    const token = readAnswer(call, answer.value, tokenSchema, loginRules, ctx.clock.nowMs());
    if (!token.ok) return token;
    const { access_token, expires_in } = token.value;
    return ok({ token: access_token, expiresAtMs: ctx.clock.nowMs() + expires_in * 1000 });
  },

  authorize: (call, grant, secrets) => ({
    ...call,
    headers: {
      ...call.headers,
      authorization: `Bearer ${grant.token}`,
      'ocp-apim-subscription-key': secrets.subscriptionKey ?? '',
    },
  }),

  connectionProblem: (response) => {
    if (response.status === 401) return /subscription key/i.test(response.body) ? subscriptionKeyRefused() : 'expired';
    return response.status === 403 ? quotaProblem(response) : null;
  },
};

/** The gateway says 403 instead of 429 when a quota over a longer time is used up, and for how long in its sentence. */
function quotaProblem(response: HttpResponse): Problem | null {
  if (!/call volume quota/i.test(response.body)) return null;
  const [, hours, minutes, seconds] = /replenished in (?:(\d+):)?(\d+):(\d+)/i.exec(response.body) ?? [];
  const toldMs =
    seconds === undefined ? null : (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return problem('rate-limited', 'rate-limited', {}, { retryAfterMs: toldMs ?? UNTOLD_QUOTA_MS });
}
