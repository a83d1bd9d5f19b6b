import type { Connector } from '../../connectors/_kit/connector';
import type { HttpCall } from '../../connectors/_kit/http';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';

const unused = (): never => {
  throw new Error('Not part of this test');
};

/**
 * A connector with a token that lives for `lifeMs` (null: it does not tell) and answers 401 when it ran out. `tokens`
 * counts; a secret `refused` is refused. Everything but its login is left out: for tests of the connection.
 */
export function fakeConnector(
  requestsPerMinute = 1000,
  lifeMs: number | null = 600_000,
): Connector & { readonly tokensAsked: () => number } {
  let tokens = 0;
  return {
    tokensAsked: () => tokens,
    manifest: {
      id: 'snelstart',
      label: 'Pakket',
      vendorSite: 'https://package.test',
      documentName: { nl: 'order', en: 'order' },
      explanation: [],
      link: {
        kind: 'key',
        credentials: [],
        registration: [],
        life: { unusedDays: null, certainty: 'unknown', source: '' },
        checkLabel: { nl: '', en: '' },
        loginSteps: [],
      },
      endpoints: { api: 'https://package.test' },
      capabilities: {
        resources: {},
        pullIntervalMinutes: { default: 5, minimum: 1 },
        lookUp: { reliable: true, quietMs: 0, repeatMs: 0 },
        attachments: null,
        requestsPerMinute,
        decimals: { quantity: 2, unitPrice: 2 },
      },
      settings: [],
    },
    auth: {
      obtain: async (ctx, secrets) => {
        tokens += 1;
        const call: HttpCall = { method: 'POST', url: `${ctx.endpoints.api}/token`, effect: 'read', doc: '' };
        const answer = await ctx.send(call);
        if (!answer.ok) return answer;
        if (secrets.key === 'refused') return fail(problem('needs-login', 'key-refused'));
        return ok({ token: `token-${tokens}`, expiresAtMs: lifeMs === null ? null : ctx.clock.nowMs() + lifeMs });
      },
      authorize: (call, grant) => ({ ...call, headers: { ...call.headers, authorization: grant.token } }),
      connectionProblem: (response) => (response.status === 401 ? 'expired' : null),
    },
    check: unused,
    checkSetting: unused,
    listChoices: unused,
    pull: unused,
    listIds: unused,
    push: { toRequest: unused, findByMarker: unused, create: unused },
  };
}
