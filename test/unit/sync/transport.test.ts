import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpCall } from '../../../connectors/_kit/http';
import type { Fetch } from '../../../main/ports';
import { createTransport, MAX_ANSWER_BYTES } from '../../../main/sync/transport';
import { FakeTime, settled } from '../../fakes/fake-time';

const NEVER = new AbortController().signal;
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A real server on this computer; answers its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const read = (url: string, more: Partial<HttpCall> = {}): HttpCall => ({
  method: 'GET',
  url,
  effect: 'read',
  doc: '',
  ...more,
});
const write = (url: string): HttpCall => ({
  method: 'POST',
  url,
  effect: 'write',
  doc: '',
  body: { type: 'application/json', text: '{}' },
});

const withRealFetch = (time = new FakeTime()) =>
  createTransport({ fetch: (url, init) => fetch(url, init), sleep: time.sleep, clock: time });

describe('transport over real HTTP', () => {
  it('sends method, query, headers and body, and gives the whole answer with headers in lower case', async () => {
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(201, { 'X-Answer': 'Yes', 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            method: request.method,
            url: request.url,
            body: Buffer.concat(chunks).toString(),
            type: request.headers['content-type'],
            agent: request.headers['user-agent'],
            token: request.headers['x-token'],
          }),
        );
      });
    });
    const answer = await withRealFetch().send(
      {
        ...write(`${url}/rows?a=1`),
        query: { $filter: "Naam eq 'É & b'", $skip: 0, left: undefined },
        headers: { 'X-Token': 't' },
      },
      NEVER,
    );
    expect(answer).toMatchObject({ ok: true, value: { status: 201, headers: { 'x-answer': 'Yes' } } });
    expect(JSON.parse(answer.ok ? answer.value.body : '')).toEqual({
      method: 'POST',
      url: '/rows?a=1&$filter=Naam%20eq%20%27%C3%89%20%26%20b%27&$skip=0',
      body: '{}',
      type: 'application/json',
      agent: expect.stringMatching(/^Simon-Koppel\/\d+\.\d+\.\d+$/) as string,
      token: 't',
    });
  });

  it.each([301, 302, 307, 308])('does not follow a %i to another address', async (status) => {
    let followed = false;
    const elsewhere = await serve((_request, response) => {
      followed = true;
      response.end('{}');
    });
    const url = await serve((_request, response) => {
      response.writeHead(status, { location: elsewhere });
      response.end();
    });
    const answer = await withRealFetch().send(read(url), NEVER);
    expect(answer).toMatchObject({ ok: true, value: { status } });
    expect(followed).toBe(false);
  });

  it('sends bytes as they are, also those that are no text', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    let got = Buffer.alloc(0);
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got = Buffer.concat(chunks);
        response.end(request.headers['content-type']);
      });
    });
    const call: HttpCall = {
      method: 'POST',
      url,
      effect: 'write',
      doc: '',
      binaryBody: { type: 'application/pdf', bytes },
    };
    const answer = await withRealFetch().send(call, NEVER);
    expect(answer).toMatchObject({ ok: true, value: { body: 'application/pdf' } });
    expect([...got]).toEqual([...bytes]);
  });

  it('gives every HTTP status as a response', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(503, { 'retry-after': '5' });
      response.end('busy');
    });
    await expect(withRealFetch().send(write(url), NEVER)).resolves.toEqual({
      ok: true,
      value: { status: 503, headers: expect.objectContaining({ 'retry-after': '5' }) as object, body: 'busy' },
    });
  });

  it('says offline when nothing listens, for a write too: nothing was sent', async () => {
    const url = await serve(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    for (const call of [read(url), write(url)]) {
      await expect(withRealFetch().send(call, NEVER)).resolves.toMatchObject({
        ok: false,
        problem: { kind: 'offline', code: 'connection-refused' },
      });
    }
  });

  it('says offline when the name does not exist', async () => {
    await expect(withRealFetch().send(write('https://package.invalid/'), NEVER)).resolves.toMatchObject({
      ok: false,
      problem: { kind: 'offline', code: 'name-not-found', params: { host: 'package.invalid' } },
    });
  });

  const damages: [string, RequestListener][] = [
    ['is reset before an answer', (request) => request.socket.resetAndDestroy()],
    [
      'is cut in the headers',
      (request) => {
        request.socket.write('HTTP/1.1 200 OK\r\ncontent-le');
        request.socket.destroy();
      },
    ],
    [
      'is cut in the body',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('{"id":');
        setImmediate(() => response.destroy());
      },
    ],
    [
      'is cut in a chunked body',
      (_request, response) => {
        response.writeHead(200);
        response.write('{"id":');
        setImmediate(() => response.destroy());
      },
    ],
    [
      'gives a body that is not the gzip it says',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end('not gzip');
      },
    ],
  ];
  it.each(damages)('when the connection %s: a read may be repeated, a write is unknown', async (_what, listener) => {
    const url = await serve(listener);
    const forRead = await withRealFetch().send(read(url), NEVER);
    expect(forRead.ok ? '' : forRead.problem.kind).toMatch(/^(offline|bad-response)$/);
    await expect(withRealFetch().send(write(url), NEVER)).resolves.toMatchObject({
      ok: false,
      problem: { kind: 'outcome-unknown' },
    });
  });

  it('drops a byte order mark and reads the charset that the answer names', async () => {
    const url = await serve((request, response) => {
      const isLatin = request.url === '/latin';
      response.writeHead(200, { 'content-type': `application/json; charset=${isLatin ? 'iso-8859-1' : 'utf-8'}` });
      response.end(isLatin ? Buffer.from('"é"', 'latin1') : Buffer.from('\uFEFF"é"', 'utf8'));
    });
    for (const path of ['/latin', '/utf']) {
      await expect(withRealFetch().send(read(url + path), NEVER)).resolves.toMatchObject({ value: { body: '"é"' } });
    }
  });

  it('takes bytes that are no text in the charset of the answer for a damaged answer', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(Buffer.from('"é"', 'latin1'));
    });
    await expect(withRealFetch().send(read(url), NEVER)).resolves.toMatchObject({
      problem: { kind: 'bad-response', code: 'answer-damaged' },
    });
    await expect(withRealFetch().send(write(url), NEVER)).resolves.toMatchObject({
      problem: { kind: 'outcome-unknown' },
    });
  });

  it('stops reading an answer without end', async () => {
    let sentBytes = 0;
    const url = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024, ' '))) sentBytes += 1024 * 1024;
      };
      response.on('drain', more);
      more();
    });
    const transport = withRealFetch();
    await expect(transport.send(read(url), NEVER)).resolves.toMatchObject({
      problem: { kind: 'bad-response', code: 'answer-too-large' },
    });
    expect(sentBytes).toBeLessThan(2 * MAX_ANSWER_BYTES);
    await expect(transport.send(write(url), NEVER)).resolves.toMatchObject({ problem: { kind: 'outcome-unknown' } });
  });

  it('gives up on a trickle of bytes when the whole answer takes too long', async () => {
    const time = new FakeTime();
    let asked: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (asked = resolve));
    const url = await serve((_request, response) => {
      response.writeHead(200);
      response.write('{');
      asked();
    });
    const answer = withRealFetch(time).send(read(url), NEVER);
    await arrived;
    await time.advance(29_999);
    await time.advance(1);
    await expect(answer).resolves.toMatchObject({
      problem: { kind: 'offline', code: 'timed-out', params: { seconds: 30 } },
    });
    expect(time.waiting).toBe(0);
  });
});

describe('transport', () => {
  /** Never answers, and does not even notice that it is stopped. */
  const deaf: Fetch = () => new Promise(() => undefined);

  it('waits 60 seconds for a write and then does not know', async () => {
    const time = new FakeTime();
    const transport = createTransport({ fetch: deaf, sleep: time.sleep, clock: time });
    let answered = false;
    const answer = transport.send(write('https://package.test/'), NEVER).finally(() => (answered = true));
    await time.advance(59_999);
    expect(answered).toBe(false);
    await time.advance(1);
    await expect(answer).resolves.toMatchObject({
      problem: { kind: 'outcome-unknown', params: { reason: 'timed-out' } },
    });
  });

  it('stops on request: a read is cancelled, a write under way is unknown', async () => {
    const time = new FakeTime();
    const transport = createTransport({ fetch: deaf, sleep: time.sleep, clock: time });
    for (const [call, kind] of [
      [read('https://package.test/'), 'cancelled'],
      [write('https://package.test/'), 'outcome-unknown'],
    ] as const) {
      const stop = new AbortController();
      const answer = transport.send(call, stop.signal);
      await settled();
      stop.abort();
      await expect(answer).resolves.toMatchObject({ problem: { kind } });
    }
    expect(time.waiting).toBe(0);
  });

  it('sends nothing at all when it was stopped before', async () => {
    const time = new FakeTime();
    const transport = createTransport({ fetch: deaf, sleep: time.sleep, clock: time });
    await expect(transport.send(write('https://package.test/'), AbortSignal.abort())).resolves.toMatchObject({
      problem: { kind: 'cancelled' },
    });
    expect(transport.calls()).toBe(0);
  });

  it.each(['http://package.test/', 'http://127.0.0.1.package.test/', 'ftp://127.0.0.1/', 'file:///etc/passwd'])(
    'does not call %s',
    async (url) => {
      const time = new FakeTime();
      const transport = createTransport({ fetch: deaf, sleep: time.sleep, clock: time });
      await expect(transport.send(read(url), NEVER)).resolves.toMatchObject({
        problem: { kind: 'invalid-input', code: 'address-not-allowed' },
      });
      expect(transport.calls()).toBe(0);
    },
  );
});
