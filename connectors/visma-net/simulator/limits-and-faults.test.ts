import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, type FaultKind } from '../../_kit/simulator/faults';
import { smallInvoice, startHarness, type Harness, type Row } from './simulator-harness';

const limitsOf = (headers: Headers): (string | null)[] =>
  ['limit', 'remaining', 'reset', 'policy'].map((name) => headers.get(`x-ratelimit-${name}`));

describe('the limit of an hour', () => {
  it('stands on every answer, with the seconds until it begins anew', async () => {
    const { client, clock } = await startHarness({ hourlyLimit: '3' });
    expect(limitsOf((await client.get('/v1/branch')).headers)).toEqual(['3', '2', '3600', '4-fixed-window']);
    clock.advanceSeconds(600);
    expect(limitsOf((await client.get('/v1/customer/99999')).headers)).toEqual(['3', '1', '3000', '4-fixed-window']);
  });

  it('answers 429 with Retry-After in seconds, until the window is over', async () => {
    const { client, clock } = await startHarness({ hourlyLimit: '2' });
    await client.get('/v1/branch');
    await client.get('/v1/branch');
    clock.advanceSeconds(100);
    const refused = await client.get<Row>('/v1/branch');
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('x-ratelimit-remaining')]).toEqual([429, '3500', '0']); // prettier-ignore
    clock.advanceSeconds(3500);
    await client.logIn();
    expect((await client.get('/v1/branch')).status).toBe(200);
  });

  it('counts each service and each company by itself, and the login not at all', async () => {
    const { client } = await startHarness({ hourlyLimit: '1' });
    expect((await client.get('/v1/branch')).status).toBe(200);
    expect((await client.get('/v1/branch')).status).toBe(429);
    expect((await client.orders('GET', '/api/v3/SalesOrders')).status).toBe(200);
    const refused = await client.orders('GET', '/api/v3/SalesOrders');
    expect([refused.status, refused.json.title]).toEqual([429, 'Too Many Requests']);
    await client.logIn();
    expect(client.financeToken).not.toBe('');
  });

  it('is 500 for each application at the old address', async () => {
    const { client } = await startHarness();
    const answer = await client.get('/API/controller/api/v1/branch');
    expect([answer.status, ...limitsOf(answer.headers)]).toEqual([200, '500', '499', '3600', '6-fixed-window']);
  });
});

describe('refusals', () => {
  it('carry an id for support', async () => {
    const { client } = await startHarness();
    expect((await client.get('/v1/onbekend')).headers.get('ipp-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tell of a company without licence in the words of the platform', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.endLicence();
    expect((await client.get<Row>('/v1/customer')).json).toEqual({
      ExceptionType: 'IPPException',
      ExceptionMessage: 'No license for this company.',
      ExceptionFaultCode: '12027',
      ExceptionMessageID: expect.stringMatching(/^12027_[0-9a-f-]{36}$/) as string,
      ExceptionDetails: '',
    });
  });

  it('have no body at the sales order service when the token does not count', async () => {
    const { client } = await startHarness();
    client.orderToken = 'eyJ.verzonnen.token';
    const answer = await client.orders('GET', '/api/v3/SalesOrders');
    expect([answer.status, answer.text]).toEqual([401, '']);
  });
});

/** Sends an invoice that meets a fault, and waits until the client has its answer, or has given up. */
async function sendInto({ simulator, client }: Harness, kind: FaultKind): Promise<void> {
  simulator.control.fault({ kind, match: { method: 'POST', path: '/customerinvoice' }, delayMs: 20, bodyBytes: 2048 });
  const sent = fetch(`${simulator.endpoints.api}/v2/customerinvoice`, {
    method: 'POST',
    signal: AbortSignal.timeout(400),
    headers: { authorization: `Bearer ${client.financeToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(smallInvoice()),
  });
  await sent.then((response) => response.text()).catch(() => undefined);
}

it('commits or not as each kind of fault says', async () => {
  const notCarriedOut: FaultKind[] = ['refuse', 'reset-before', 'timeout-before', 'status', 'rate-limited', 'html'];
  await Promise.all(
    FAULT_KINDS.map(async (kind) => {
      const harness = await startHarness();
      await sendInto(harness, kind);
      const expected = notCarriedOut.includes(kind) ? 0 : 1;
      await expect.poll(() => harness.simulator.control.documents().length, { message: kind }).toBe(expected);
    }),
  );
});

it('plays another status with a body of the vendor', async () => {
  const { simulator, client } = await startHarness();
  simulator.control.fault({ kind: 'rate-limited', match: { path: '/v1/customer' }, retryAfterSeconds: 30 });
  const limited = await client.get<Row>('/v1/customer');
  expect([limited.status, limited.headers.get('retry-after'), Object.keys(limited.json)]).toEqual([429, '30', ['message']]); // prettier-ignore
  simulator.control.fault({ kind: 'status', match: { path: '/connect/token' }, status: 503 });
  expect((await client.serviceToken('x')).status).toBe(503);
});

it('shows an object with other values when the office says so', async () => {
  const { simulator, client } = await startHarness();
  const { internalId } = simulator.control.books.customer('10003');
  simulator.control.books.distort(`customer ${internalId}`, { name: null, status: 'Nieuw' });
  expect((await client.get<Row>('/v1/customer/10003')).json).toMatchObject({ name: null, status: 'Nieuw' });
});
