import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { articleLine, smallOrder, startHarness } from './simulator-harness';

const EVIL = '<img src=x onerror=alert(1)>"\'&';

describe('books page', () => {
  it('shows what arrived, in Dutch, with lines and totals', async () => {
    const { simulator, client } = await startHarness();
    const empty = await (await fetch(simulator.booksPage)).text();
    expect(empty).toContain('Er is nog niets binnengekomen');
    await client.send('POST', '/verkooporders', {
      ...smallOrder(simulator),
      procesStatus: 'Werkbon',
      orderreferentie: 'WB-12',
      regels: [articleLine(simulator, '007', { aantal: 0.25, stuksprijs: 1234.56789 })],
    });
    const text = (await (await fetch(simulator.booksPage)).text()).replaceAll('\u00a0', ' ');
    for (const part of [
      '1 document binnengekomen',
      'verkooporder (Werkbon)',
      '10003 Café Zoë',
      '12 juni 2025 om 10:00:00',
      'WB-12',
      '<td>007</td>',
      '0,25',
      '1.234,56789',
      '€ 308,64',
      '€ 373,45',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('lets no text of a document become markup, and allows no foreign script', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.renameCustomer('Café Zoë', EVIL);
    await client.send('POST', '/verkooporders', {
      relatie: { id: simulator.control.books.customer(EVIL).id },
      datum: '2025-06-12',
      omschrijving: EVIL,
      orderreferentie: EVIL,
      regels: [{ omschrijving: EVIL }],
    });
    const response = await fetch(simulator.booksPage);
    const page = await response.text();
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)?.length).toBeGreaterThanOrEqual(4);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect([...page.matchAll(/<(?:script|style)[^>]*>/g)].map((tag) => tag[0])).toEqual([
      `<style nonce="${nonce}">`,
      `<script nonce="${nonce}">`,
    ]);
  });

  it('gives the same as JSON', async () => {
    const { simulator, client } = await startHarness();
    await client.send('POST', '/verkooporders', smallOrder(simulator));
    const data = (await (await fetch(`${simulator.booksPage}.json`)).json()) as { documents: unknown };
    expect(data.documents).toEqual(simulator.control.documents());
  });

  it('answers loopback names only, so that no web page can read it through a name of its own', async () => {
    const { simulator } = await startHarness();
    const status = await new Promise((resolve, reject) => {
      httpRequest(simulator.booksPage, { headers: { host: 'books.example.com' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('control from another process', () => {
  const call = async (
    address: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: unknown }> => {
    const response = await fetch(`${address}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? null : JSON.parse(text) };
  };

  it('is closed unless asked for', async () => {
    const { simulator } = await startHarness();
    expect((await call(simulator.address, 'GET', 'requests')).status).toBe(404);
  });

  it('sets and clears faults, reads requests and documents, and edits the books', async () => {
    const { simulator, client } = await startHarness({ control: true });
    const fault = { kind: 'reset-after-commit', match: { method: 'POST', pathPattern: 'orders$', nth: 1 } };
    expect((await call(simulator.address, 'POST', 'faults', fault)).status).toBe(204);
    await expect(client.send('POST', '/verkooporders', smallOrder(simulator))).rejects.toThrow();
    const requests = (await call(simulator.address, 'GET', 'requests')).json;
    expect(requests).toMatchObject([
      { method: 'POST', path: '/v2/verkooporders', status: null, body: smallOrder(simulator) },
    ]);
    expect((await call(simulator.address, 'GET', 'documents')).json).toHaveLength(1);

    await call(simulator.address, 'POST', 'faults', { kind: 'status', status: 500, match: { times: 100 } });
    expect((await client.get('/relaties')).status).toBe(500);
    await call(simulator.address, 'DELETE', 'faults');
    expect((await client.get('/relaties')).status).toBe(200);
    await call(simulator.address, 'DELETE', 'requests');
    expect((await call(simulator.address, 'GET', 'requests')).json).toEqual([]);

    const edit = { edit: 'addCustomer', arguments: [{ name: 'Via HTTP' }] };
    expect((await call(simulator.address, 'POST', 'edits', edit)).json).toMatchObject({ result: { name: 'Via HTTP' } });
    expect(simulator.control.books.customer('Via HTTP').inactive).toBe(false);
  });

  it.each([
    ['faults', { kind: 'explode' }],
    ['faults', { kind: 'html', match: { nth: 0 } }],
    ['faults', { kind: 'html', match: { pathPattern: '(' } }],
    ['edits', { edit: 'constructor' }],
    ['edits', { edit: 'secondarySubscriptionKey' }],
    ['edits', { edit: 'renameCustomer', arguments: ['Bestaat niet', 'x'] }],
    ['edits', 'geen json'],
  ])('refuses %s %o with a message', async (path, body) => {
    const { simulator } = await startHarness({ control: true });
    const answer = await call(simulator.address, 'POST', path, body);
    expect([answer.status, answer.json]).toEqual([400, { message: expect.any(String) as string }]);
  });
});

it('refuses a body that no vendor takes', async () => {
  const { client } = await startHarness();
  const answer = await client.send('POST', '/verkooporders', `"${'x'.repeat(16 * 1024 * 1024)}"`);
  expect(answer.status).toBe(413);
});
