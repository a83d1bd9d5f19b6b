import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Fault, FaultKind } from '../../_kit/simulator/faults';
import type { Answer } from '../../_kit/simulator/testing/read-answer';
import { smallOrder, startHarness, type Harness } from './simulator-harness';

const CREATE = { method: 'POST', path: '/verkooporders' };

/** What a client sees: an answer, or the code of the network error. */
async function create({ simulator, client }: Harness, timeoutMs = 2_000): Promise<Answer | string> {
  const timeout = new Promise<string>((resolve) => {
    setTimeout(() => resolve('no answer'), timeoutMs).unref();
  });
  const answer = client.send('POST', '/verkooporders', smallOrder(simulator)).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string } };
    return cause?.code ?? String(error);
  });
  return Promise.race([answer, timeout]);
}

const arrived = ({ simulator }: Harness): number => simulator.control.documents().length;

async function withFault(fault: Fault): Promise<{ harness: Harness; seen: Answer | string }> {
  const harness = await startHarness();
  harness.simulator.control.fault(fault);
  return { harness, seen: await create(harness, 150) };
}

describe('no answer', () => {
  it.each<[FaultKind, string, number]>([
    ['reset-before', 'ECONNRESET', 0],
    ['reset-after-commit', 'ECONNRESET', 1],
    ['timeout-before', 'no answer', 0],
    ['timeout-after-commit', 'no answer', 1],
  ])('%s: the client sees %s, the books hold %i orders', async (kind, seenAs, orders) => {
    const { harness, seen } = await withFault({ kind, match: CREATE });
    expect([seen, arrived(harness)]).toEqual([seenAs, orders]);
    expect(harness.simulator.control.requests().at(-1)).toMatchObject({ status: null, fault: kind });
    expect(await create(harness)).toMatchObject({ status: 201 });
  });

  it('refuse closes the port until the faults are cleared', async () => {
    const { harness } = await withFault({ kind: 'refuse', match: CREATE });
    expect(await create(harness)).toBe('ECONNREFUSED');
    harness.simulator.control.clearFaults();
    expect(await create(harness)).toMatchObject({ status: 201 });
    expect(arrived(harness)).toBe(1);
  });

  it('refuse opens the port again by itself after its delay', async () => {
    let wake: () => void = () => undefined;
    const harness = await startHarness({ sleep: () => new Promise((resolve) => (wake = resolve)) });
    harness.simulator.control.fault({ kind: 'refuse', match: CREATE, delayMs: 5_000 });
    await create(harness);
    expect(await create(harness)).toBe('ECONNREFUSED');
    wake();
    await expect.poll(() => create(harness)).toMatchObject({ status: 201 });
  });

  it('late-commit carries the order out after the client has gone', async () => {
    let wake: () => void = () => undefined;
    const harness = await startHarness({ sleep: () => new Promise((resolve) => (wake = resolve)) });
    harness.simulator.control.fault({ kind: 'late-commit', match: CREATE, delayMs: 600_000 });
    const abort = new AbortController();
    const request = fetch(`${harness.simulator.endpoints.api}/verkooporders`, {
      method: 'POST',
      signal: abort.signal,
      headers: {
        authorization: `Bearer ${harness.client.token}`,
        'ocp-apim-subscription-key': harness.simulator.registration.subscriptionKey ?? '',
        'content-type': 'application/json',
      },
      body: JSON.stringify(smallOrder(harness.simulator)),
    });
    await expect.poll(() => harness.simulator.control.requests().length).toBe(1);
    abort.abort();
    await expect(request).rejects.toThrow();
    expect(arrived(harness)).toBe(0);
    wake();
    await expect.poll(() => arrived(harness)).toBe(1);
  });
});

describe('another answer', () => {
  it.each([500, 502, 503, 504, 409, 404, 401])('status %i without carrying the order out', async (status) => {
    const { harness, seen } = await withFault({ kind: 'status', status, match: CREATE });
    expect(seen).toMatchObject({ status });
    expect(arrived(harness)).toBe(0);
  });

  it('status 500 after the order was carried out', async () => {
    const { harness, seen } = await withFault({ kind: 'status', status: 500, afterCommit: true, match: CREATE });
    expect(seen).toMatchObject({ status: 500 });
    expect(arrived(harness)).toBe(1);
  });

  it('429 with Retry-After in seconds, as a date, or without', async () => {
    const harness = await startHarness();
    const limited = async (fault: Partial<Fault>): Promise<string | null> => {
      harness.simulator.control.fault({ kind: 'rate-limited', match: CREATE, ...fault });
      const seen = (await create(harness)) as Answer;
      expect(seen.status).toBe(429);
      return seen.headers.get('retry-after');
    };
    expect(await limited({ retryAfterSeconds: 86_400 })).toBe('86400');
    expect(await limited({ retryAfterSeconds: 120, retryAfterAsDate: true })).toBe('Thu, 12 Jun 2025 08:02:00 GMT');
    expect(await limited({})).toBeNull();
  });

  it('a redirect to a log-in page, and a log-in page itself', async () => {
    const harness = await startHarness();
    harness.simulator.control.fault({
      kind: 'status',
      status: 301,
      headers: { location: '/aanmelden' },
      match: CREATE,
    });
    const redirect = await fetch(`${harness.simulator.endpoints.api}/verkooporders`, {
      method: 'POST',
      redirect: 'manual',
    });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([301, '/aanmelden']);
    harness.simulator.control.fault({ kind: 'html', match: CREATE });
    const seen = (await create(harness)) as Answer;
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(arrived(harness)).toBe(0);
  });
});

describe('the real answer, damaged', () => {
  it.each<FaultKind>(['truncated', 'truncated-chunked', 'truncated-headers'])('%s breaks off', async (kind) => {
    const { harness, seen } = await withFault({ kind, match: CREATE });
    expect(typeof seen, JSON.stringify(seen)).toBe('string');
    expect(seen).not.toBe('no answer');
    expect(arrived(harness)).toBe(1);
  });

  it.each<[FaultKind, (answer: Answer) => void]>([
    ['bad-json', (answer) => expect(answer.json).toBeUndefined()],
    ['wrong-shape', (answer) => expect(answer.json).toEqual({ value: { items: 'none' } })],
    ['empty', (answer) => expect(answer.text).toBe('')],
    ['wrong-charset', (answer) => expect(answer.text).toContain('\ufffd')],
    ['byte-order-mark', (answer) => expect(answer.json).toMatchObject({ procesStatus: 'Order' })],
    [
      'wrong-content-type',
      (answer) => {
        expect(answer.headers.get('content-type')).toContain('text/html');
        expect(answer.json).toMatchObject({ procesStatus: 'Order' });
      },
    ],
  ])('%s keeps its status 201', async (kind, check) => {
    const { harness, seen } = await withFault({ kind, match: CREATE });
    expect(seen).toMatchObject({ status: 201 });
    check(seen as Answer);
    expect(arrived(harness)).toBe(1);
  });

  it('empty may be a 204', async () => {
    const { seen } = await withFault({ kind: 'empty', status: 204, match: CREATE });
    expect(seen).toMatchObject({ status: 204, text: '' });
  });

  it('byte-order-mark stands before the JSON on the wire', async () => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'byte-order-mark', match: { path: '/echo' } });
    const raw = await rawGet(harness, '/v2/echo/x');
    expect(raw.includes(Buffer.from([0xef, 0xbb, 0xbf, 0x22]))).toBe(true);
  });

  it('bad-gzip cannot be unpacked', async () => {
    const { harness, seen } = await withFault({ kind: 'bad-gzip', match: CREATE });
    expect(seen).toBe('Z_DATA_ERROR');
    expect(arrived(harness)).toBe(1);
  });

  it('huge is as long as asked', async () => {
    const { seen } = await withFault({ kind: 'huge', bodyBytes: 3_000_000, match: CREATE });
    expect((seen as Answer).text.length).toBeGreaterThanOrEqual(3_000_000);
  });

  it('slow waits, then drips byte by byte', async () => {
    const waits: number[] = [];
    const harness = await startHarness({
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    harness.simulator.control.fault({ kind: 'slow', delayMs: 30_000, byteIntervalMs: 1_000, match: { path: '/echo' } });
    const answer = await harness.client.get<string>('/echo/x');
    expect(answer.json).toBe('x');
    expect(waits).toEqual([30_000, 1_000, 1_000, 1_000]);
  });
});

describe('which request', () => {
  it('is the nth that matches, and as many as asked', async () => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'status', status: 500, match: { path: /\/echo\//, nth: 2, times: 2 } });
    const statuses: number[] = [];
    for (const text of ['a', 'b', 'c', 'd']) statuses.push((await harness.client.get(`/echo/${text}`)).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect((await harness.client.get('/companyInfo')).status).toBe(200);
  });

  it('may be the token request', async () => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'status', status: 503, match: { path: '/b2b/token' } });
    const key = harness.simulator.credentials.koppelsleutel ?? '';
    expect((await harness.client.login(key)).status).toBe(503);
    expect((await harness.client.login(key)).status).toBe(200);
  });
});

function rawGet(harness: Harness, path: string): Promise<Buffer> {
  const { hostname, port } = new URL(harness.simulator.address);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\nAuthorization: Bearer ${harness.client.token}\r\n` +
          `Ocp-Apim-Subscription-Key: ${harness.simulator.registration.subscriptionKey ?? ''}\r\n\r\n`,
      );
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks)));
    socket.on('error', reject);
  });
}
