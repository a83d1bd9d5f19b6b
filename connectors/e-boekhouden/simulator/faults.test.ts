import { describe, expect, it } from 'vitest';
import type { Fault } from '../../_kit/simulator/faults';
import { errorOf, invoice, rowsOf, startHarness, valueOf, type Answer, type Harness } from './simulator-harness';

const CREATE = { method: 'POST', operation: 'AddFactuur' };

/** What a client sees of one AddFactuur: an answer, or the code of the network error. */
async function createWith(fault: Omit<Fault, 'match'>): Promise<{ harness: Harness; seen: Answer | string }> {
  const harness = await startHarness();
  harness.simulator.control.fault({ ...fault, match: CREATE });
  const seen = await harness.client.call('AddFactuur', invoice()).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string } };
    return cause?.code ?? String(error);
  });
  return { harness, seen };
}

const numberOfInvoices = ({ simulator }: Harness): number => simulator.control.documents().length;

describe('a fault', () => {
  it('is for one operation, although all go to one address', async () => {
    const { harness, seen } = await createWith({ kind: 'reset-before' });
    expect(seen).toBe('ECONNRESET');
    expect(harness.simulator.control.requests()).toMatchObject([
      { method: 'POST', path: '/soap.asmx', operation: 'AddFactuur', status: null, fault: 'reset-before' },
    ]);
    harness.simulator.control.fault({ kind: 'status', status: 500, match: { operation: 'GetArtikelen' } });
    expect(rowsOf(await harness.client.call('GetRelaties'), 'cRelatie').length).toBeGreaterThan(10);
    expect((await harness.client.call('GetArtikelen')).status).toBe(500);
  });

  it.each([
    ['reset-before', 'ECONNRESET', 0],
    ['reset-after-commit', 'ECONNRESET', 1],
  ] as const)('%s leaves %s and %i invoices', async (kind, code, invoices) => {
    const { harness, seen } = await createWith({ kind });
    expect([seen, numberOfInvoices(harness)]).toEqual([code, invoices]);
  });

  it('500 is a SOAP fault of the server, other statuses are pages of its web server', async () => {
    const { harness, seen } = await createWith({ kind: 'status', status: 500, afterCommit: true });
    expect(valueOf(seen as Answer, 'faultcode')).toBe('soap:Server');
    expect(numberOfInvoices(harness)).toBe(1);
    const { seen: unavailable } = await createWith({ kind: 'status', status: 503 });
    expect((unavailable as Answer).text).toContain('<h2>Service Unavailable</h2>');
  });

  it.each([
    ['truncated', 1],
    ['html', 0],
    ['empty', 1],
    ['bad-json', 1],
    ['wrong-shape', 1],
  ] as const)('%s gives the client no number of its invoice', async (kind, invoices) => {
    const { harness, seen } = await createWith({ kind });
    if (typeof seen !== 'string') expect(valueOf(seen, 'Factuurnummer')).toBe('');
    expect(numberOfInvoices(harness)).toBe(invoices);
  });

  it('wrong-shape is well-formed XML', async () => {
    const { seen } = await createWith({ kind: 'wrong-shape' });
    expect((seen as Answer).text).toContain('<Antwoord xmlns="urn:other">');
  });
});

it('records what was sent, without what is secret', async () => {
  const { client, simulator } = await startHarness();
  expect(errorOf(await client.call('AddFactuur', invoice({ Factuursjabloon: 'A & B' })))).toBe('CFACT028');
  const [request] = simulator.control.requests();
  expect(request).toMatchObject({
    operation: 'AddFactuur',
    status: 200,
    body: {
      oFact: {
        Relatiecode: '000123',
        Factuursjabloon: 'A & B',
        Regels: [{ Code: 'ARBEID', PrijsPerEenheid: '62.50' }],
      },
    },
  });
  expect(Object.keys(request?.body as object)).toEqual(['oFact']);
});
