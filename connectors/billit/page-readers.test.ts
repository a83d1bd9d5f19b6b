import { describe, expect, it } from 'vitest';
import type { ConnectorContext } from '../_kit/connector';
import type { Json } from '../_kit/text';
import { customerReader } from './page-readers';

const NO_ADDRESS = { Addresses: null, Street: null, StreetNumber: null, Zipcode: null, City: null, CountryCode: null };

/** A Billit that knows one party by itself, and counts how often it is asked. */
function billit(party: Record<string, Json>) {
  const asked: string[] = [];
  const ctx: ConnectorContext = {
    endpoints: { api: 'https://billit.example' },
    clock: { nowMs: () => 0, monotonicMs: () => 0 },
    signal: new AbortController().signal,
    administration: { id: '1', name: 'Jansen', facts: { expiryOffsetDays: 30 } },
    settings: {},
    send: (call) => {
      asked.push(call.url);
      return Promise.resolve({ ok: true, value: { status: 200, headers: {}, body: JSON.stringify(party) } });
    },
  };
  return { ctx, asked };
}

describe('customers of a list', () => {
  const party = { PartyID: 7, Name: 'Jansen', Street: 'Markt', StreetNumber: '1', City: 'Gent', Addresses: [] };

  it.each([
    ['leaves them out', { PartyID: 7, Name: 'Jansen' }],
    ['shows them as null', { PartyID: 7, Name: 'Jansen', ...NO_ADDRESS }],
  ])('are read by themselves when it %s', async (_, row) => {
    const { ctx, asked } = billit(party);
    const content = await customerReader(ctx).read([row]);
    expect(content).toMatchObject({
      value: { pulled: [{ record: { address: { street: 'Markt 1', city: 'Gent' } } }] },
    });
    expect(asked).toEqual(['https://billit.example/v1/parties/7']);
  });

  it('without any address are not asked again', async () => {
    const { ctx, asked } = billit(party);
    const content = await customerReader(ctx).read([{ PartyID: 7, Name: 'Jansen', ...NO_ADDRESS, Addresses: [] }]);
    expect(content).toMatchObject({ value: { pulled: [{ record: { address: { street: '' }, workAddresses: [] } }] } });
    expect(asked).toEqual([]);
  });
});
