/** What a client meets in memory must be what it meets over a socket, fault by fault. */
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpCall } from '../../../connectors/_kit/http';
import { FAULT_KINDS, type FaultKind } from '../../../connectors/_kit/simulator/faults';
import type { RunningSimulator } from '../../../connectors/_kit/simulator/contract';
import { startSimulator } from '../../../connectors/snelstart/simulator/index';
import { createTransport } from '../../../main/sync/transport';
import { FakeTime } from '../../fakes/fake-time';

const open: RunningSimulator[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(listen: boolean) {
  const time = new FakeTime();
  const sleep = (ms: number): Promise<void> => time.sleep(ms);
  const simulator = await startSimulator({ listen, seed: 7, books: 'small', now: time.nowMs, sleep });
  open.push(simulator);
  return { simulator, time, transport: createTransport({ fetch: simulator.fetch, sleep: time.sleep, clock: time }) };
}

/** The token request, which every simulator answers without being logged in. */
function tokenCall(simulator: RunningSimulator, effect: HttpCall['effect']): HttpCall {
  const fields = { grant_type: 'clientkey', clientkey: simulator.credentials.koppelsleutel ?? '' };
  const body = { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(fields).toString() };
  return { method: 'POST', url: `${simulator.address}/b2b/token`, body, effect, doc: '' };
}

async function outcome(listen: boolean, kind: FaultKind, effect: HttpCall['effect']) {
  const { simulator, time, transport } = await start(listen);
  simulator.control.fault({ kind, match: {}, delayMs: 1_000, bodyBytes: 100_000, retryAfterSeconds: 30, status: 200 });
  const answer = transport.send(tokenCall(simulator, effect), new AbortController().signal);
  let isDone = false;
  void answer.finally(() => (isDone = true));
  // Over a socket an answer takes a moment that no clock of ours knows.
  for (let turn = 0; turn < 50 && !isDone; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  while (!isDone) await time.advance(500);
  const result = await answer;
  const seen = simulator.control.requests().map(({ method, path, fault }) => ({ method, path, fault }));
  if (!result.ok) return { problem: { kind: result.problem.kind }, seen };
  const { status, body } = result.value;
  const tokenless = body.replace(/"access_token":"[^"]*"/, '"access_token":"…"').trim();
  return { status, body: tokenless, type: result.value.headers['content-type'], seen };
}

describe('a simulator in memory', () => {
  it.each(FAULT_KINDS.flatMap((kind) => [[kind, 'read'] as const, [kind, 'write'] as const]))(
    'answers as over a socket: %s, for a %s',
    async (kind, effect) => {
      expect(await outcome(false, kind, effect)).toEqual(await outcome(true, kind, effect));
    },
  );

  it('carries a late request out after the client gave up', async () => {
    const { simulator, time } = await start(false);
    simulator.control.fault({ kind: 'late-commit', match: {}, delayMs: 120_000 });
    const stop = new AbortController();
    const { method, url, body } = tokenCall(simulator, 'write');
    const headers = { 'content-type': body?.type ?? '' };
    const asked = simulator.fetch(url, { method, headers, body: body?.text ?? '', signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toThrow('aborted');
    expect(simulator.control.requests()).toMatchObject([{ status: null }]);
    await time.advance(120_000);
    expect(simulator.control.requests()).toMatchObject([{ status: 200 }]);
  });

  it('refuses until the faults are cleared', async () => {
    const { simulator } = await start(false);
    simulator.control.fault({ kind: 'refuse', match: {} });
    await expect(simulator.fetch(`${simulator.address}/x`)).rejects.toThrow('fetch failed');
    await expect(simulator.fetch(`${simulator.address}/x`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    simulator.control.clearFaults();
    expect((await simulator.fetch(`${simulator.address}/x`)).status).toBeGreaterThanOrEqual(400);
  });
});
