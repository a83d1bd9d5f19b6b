import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../_kit/simulator/faults';
import { create, startHarness, type Harness } from './simulator-harness';

const CREATE = { method: 'POST', path: '/v1/orders' };
const arrived = ({ simulator }: Harness): number => simulator.control.documents().length;

/** What a client sees: a status, or that it got no answer. */
async function seenBy(harness: Harness): Promise<number | string> {
  const timeout = new Promise<string>((resolve) => {
    setTimeout(() => resolve('no answer'), 150).unref();
  });
  return Promise.race([
    create(harness).then(
      ({ status }) => status,
      () => 'no answer',
    ),
    timeout,
  ]);
}

describe('a fault', () => {
  it.each<[FaultKind, number | string, number]>([
    ['reset-before', 'no answer', 0],
    ['timeout-before', 'no answer', 0],
    ['reset-after-commit', 'no answer', 1],
    ['timeout-after-commit', 'no answer', 1],
    ['truncated', 'no answer', 1],
    ['empty', 200, 1],
    ['html', 200, 0],
  ])('%s: the client sees %s, the books hold %i invoices', async (kind, seen, invoices) => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind, match: CREATE });
    expect([await seenBy(harness), arrived(harness)]).toEqual([seen, invoices]);
    expect(harness.simulator.control.requests().at(-1)).toMatchObject({ path: '/v1/orders', fault: kind });
    expect(await seenBy(harness)).toBe(200);
  });

  it.each([404, 500, 503])('status %i has no body', async (status) => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'status', status, match: CREATE });
    const answer = await create(harness);
    expect([answer.status, answer.text, arrived(harness)]).toEqual([status, '', 0]);
  });

  it('429 comes with Retry-After when asked', async () => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'rate-limited', retryAfterSeconds: 120, match: CREATE });
    const answer = await create(harness);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '120']);
  });

  it('may take the answer to a refresh: the token is then spent, and the user has to log in again', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.fault({ kind: 'reset-after-commit', match: { path: '/OAuth2/token' } });
    await expect(client.refresh()).rejects.toThrow();
    expect((await client.refresh()).status).toBe(400);
  });
});

it('answers can show a record as no mapping expects it', async () => {
  const { simulator, client } = await startHarness();
  const { id } = simulator.control.books.article('SPOED');
  simulator.control.books.distort(id, { AmountExcl: 'vijfentachtig', Description: null });
  const rows = (await client.get('/products', { $filter: "Reference eq 'SPOED'" })).json.Items;
  expect(rows).toMatchObject([{ AmountExcl: 'vijfentachtig', Description: null }]);
});
