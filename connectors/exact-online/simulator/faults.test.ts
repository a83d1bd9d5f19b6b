import { describe, expect, it } from 'vitest';
import { refusalOf, smallInvoice, startHarness, type Harness } from './simulator-harness';

const CREATE = { method: 'POST', path: '/SalesInvoices' };
const create = async (harness: Harness): Promise<number | string> => {
  try {
    return (await harness.client.send('POST', 'salesinvoice/SalesInvoices', smallInvoice(harness))).status;
  } catch (error) {
    return String((error as { cause?: { code?: string } }).cause?.code);
  }
};

describe('faults', () => {
  it.each([
    ['reset-before', 0],
    ['reset-after-commit', 1],
  ] as const)('%s: the client sees no answer, the books hold %i invoices', async (kind, invoices) => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind, match: CREATE });
    expect(await create(harness)).toBe('ECONNRESET');
    expect(harness.simulator.control.documents()).toHaveLength(invoices);
    expect(await create(harness)).toBe(201);
  });

  it.each([
    [400, 0],
    [503, 0],
  ])('status %i in the shape of the vendor, without carrying out', async (status, invoices) => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'status', status, match: CREATE });
    const answer = await harness.client.send('POST', 'salesinvoice/SalesInvoices', smallInvoice(harness));
    expect(answer.status).toBe(status);
    expect(refusalOf(answer)).not.toBe('');
    expect(harness.simulator.control.documents()).toHaveLength(invoices);
  });

  it('500 after the invoice was made, and an empty 429', async () => {
    const harness = await startHarness();
    harness.simulator.control.fault({ kind: 'status', status: 500, afterCommit: true, match: CREATE });
    expect(await create(harness)).toBe(500);
    expect(harness.simulator.control.documents()).toHaveLength(1);
    harness.simulator.control.fault({ kind: 'rate-limited', match: {} });
    const limited = await harness.client.get('crm/Accounts');
    expect([limited.status, limited.text]).toEqual([429, '']);
  });

  it('may hit the token call, before and after the old refresh token is spent', async () => {
    const { client, clock, simulator } = await startHarness();
    clock.advanceSeconds(575);
    simulator.control.fault({ kind: 'status', status: 503, match: { path: '/token' } });
    expect((await client.refresh()).status).toBe(503);
    simulator.control.fault({ kind: 'reset-after-commit', match: { path: '/token' } });
    await expect(client.refresh()).rejects.toThrow();
    expect((await client.refresh()).json.error_description).toBe('Old refresh token used.');
  });
});
