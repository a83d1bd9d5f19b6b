import { expect, test } from 'vitest';
import type { ConnectorContext } from '../../../connectors/_kit/connector';
import type { HttpCall, HttpResponse } from '../../../connectors/_kit/http';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { witnessCalls } from '../../../main/sync/call-witness';

const CALL: HttpCall = {
  method: 'POST',
  url: 'https://api.example/v2/orders?klant=Jansen',
  headers: { authorization: 'Bearer geheim' },
  body: { type: 'application/json', text: '{"iban":"NL00"}' },
  effect: 'write',
  doc: 'https://api.example/docs',
};

/** A context that answers each call with the next of these, each after 40 ms. */
function watched(...answers: readonly Result<HttpResponse>[]) {
  let nowMs = 0;
  const left = [...answers];
  const ctx = {
    send: () => {
      nowMs += 40;
      return Promise.resolve(left.shift() ?? fail(problem('offline', 'offline')));
    },
  } as unknown as ConnectorContext;
  return witnessCalls(ctx, { monotonicMs: () => nowMs });
}
const answered = (status: number, headers: HttpResponse['headers'] = {}): Result<HttpResponse> =>
  ok({ status, headers, body: 'geheim antwoord' });

test('a call is remembered with how it ended, and with nothing of what was said', async () => {
  const witness = watched(answered(201, { 'ipp-request-id': 'abc-1' }), fail(problem('outcome-unknown', 'timed-out')));
  await witness.ctx.send(CALL);
  await witness.ctx.send(CALL);
  const call = { method: 'POST', address: 'api.example/v2/orders', effect: 'write', durationMs: 40 };
  expect(witness.calls()).toEqual([
    { ...call, status: 201, problem: null, requestId: 'abc-1' },
    { ...call, status: null, problem: 'timed-out', requestId: null },
  ]);
  expect(JSON.stringify(witness.calls())).not.toMatch(/geheim|Jansen|NL00/);
});

test('the status of a refusal that concerns the whole connection is kept', async () => {
  const vendor = { status: 429, code: null, text: null };
  const witness = watched(fail(problem('rate-limited', 'rate-limited', {}, { vendor })));
  await witness.ctx.send(CALL);
  expect(witness.calls()).toMatchObject([{ status: 429, problem: 'rate-limited' }]);
});

test('what is no id of a request is left out', async () => {
  const witness = watched(answered(200, { 'x-request-id': 'x'.repeat(101) }), answered(200, { 'request-id': ' ' }));
  await witness.ctx.send(CALL);
  await witness.ctx.send(CALL);
  expect(witness.calls().map(({ requestId }) => requestId)).toEqual([null, null]);
});

test('a look-up over very many pages is kept by its first and last ones', async () => {
  const witness = watched(...Array.from({ length: 60 }, (_, index) => answered(200 + index)));
  for (let page = 0; page < 60; page += 1) await witness.ctx.send(CALL);
  const statuses = witness.calls().map(({ status }) => status);
  expect(statuses).toHaveLength(40);
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 259]);
});
