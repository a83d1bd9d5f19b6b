import { describe, expect, it } from 'vitest';
import type { RunningSnelstart } from './index';
import { articleLine, smallOrder, startHarness, type Harness } from './simulator-harness';

const UNKNOWN = '99999999-9999-4999-8999-999999999999';

type Change = (simulator: RunningSnelstart) => Record<string, unknown>;

async function refusal({ simulator, client }: Harness, change: Change): Promise<unknown> {
  const answer = await client.send<unknown>('POST', '/verkooporders', {
    ...smallOrder(simulator),
    ...change(simulator),
  });
  expect(answer.status, answer.text).toBe(400);
  expect(simulator.control.documents()).toEqual([]);
  return answer.json;
}

const addressWith = (part: Record<string, unknown>): Record<string, unknown> => ({ afleveradres: part });

describe('business rules answer a list of codes with Dutch texts', () => {
  it.each<[string, string, Change]>([
    ['ALG-0100', 'Het ID dient leeg te zijn', () => ({ id: UNKNOWN })],
    ['VOR-0005', 'Bij een nieuwe verkooporder moet het veld ordernummer leeg zijn', () => ({ nummer: 12 })],
    ['ALG-0103', 'Ongeldig ID', () => ({ relatie: { id: UNKNOWN } })],
    ['ALG-0103', 'Ongeldig ID', () => ({ regels: [{ artikel: { id: UNKNOWN }, aantal: 1 }] })],
    ['ALG-0103', 'Ongeldig ID', () => ({ verkoopordersjabloon: { id: UNKNOWN } })],
    ['ALG-0103', 'Ongeldig ID', () => ({ kostenplaats: { id: UNKNOWN } })],
    ['VOR-0013', 'Incassomachtiging niet gevonden', () => ({ incassomachtiging: { id: UNKNOWN } })],
    ['ALG-0105', 'Het item is nonactief', (simulator) => ({ regels: [articleLine(simulator, 'TL-58')] })],
    ['VOR-0006', 'Straat mag maximaal 50 karakters bevatten', () => addressWith({ straat: 'x'.repeat(51) })],
    ['VOR-0007', 'Postcode mag maximaal 25 karakters bevatten', () => addressWith({ postcode: 'x'.repeat(26) })],
    ['VOR-0008', 'Plaats mag maximaal 50 karakters bevatten', () => addressWith({ plaats: 'x'.repeat(51) })],
    [
      'VOR-0009',
      'Contactpersoon mag maximaal 50 karakters bevatten',
      () => addressWith({ contactpersoon: 'x'.repeat(51) }),
    ],
    ['VOR-0010', 'LandId niet gevonden', () => addressWith({ land: { id: UNKNOWN } })],
    ['VOR-0011', 'Orderreferentie mag maximaal 50 karakters bevatten', () => ({ orderreferentie: 'x'.repeat(51) })],
  ])('%s %s', async (errorCode, message, change) => {
    expect(await refusal(await startHarness(), change)).toEqual([{ errorCode, message, details: null }]);
  });

  it('VOR-0002 for a supplier, ALG-0105 for a customer that is not active', async () => {
    const harness = await startHarness();
    const { simulator, client } = harness;
    const suppliers = (await client.get('/relaties', { $filter: "Relatiesoort/any(r:r eq 'Leverancier')" })).json;
    expect(await refusal(harness, () => ({ relatie: { id: suppliers[0]?.id } }))).toEqual([
      { errorCode: 'VOR-0002', message: 'De relatie is geen klant', details: null },
    ]);
    simulator.control.books.deactivateCustomer('Café Zoë');
    expect(await refusal(harness, () => ({}))).toMatchObject([{ errorCode: 'ALG-0105' }]);
  });

  it('names every broken rule at once', async () => {
    const json = await refusal(await startHarness(), () => ({
      orderreferentie: 'x'.repeat(51),
      ...addressWith({ straat: 'x'.repeat(51), plaats: 'x'.repeat(51) }),
    }));
    expect((json as { errorCode: string }[]).map((item) => item.errorCode)).toEqual([
      'VOR-0006',
      'VOR-0008',
      'VOR-0011',
    ]);
  });

  it.each(['Contantbon', 'Factuur'])('%s is in the list of statuses, but not available', async (procesStatus) => {
    expect(await refusal(await startHarness(), () => ({ procesStatus }))).toMatchObject([{ errorCode: 'ALG-0102' }]);
  });
});

describe('values that do not fit the model answer a model state', () => {
  it.each<[string, Change]>([
    ['verkooporder.Relatie', () => ({ relatie: null })],
    ['verkooporder.Datum', () => ({ datum: null })],
    ['verkooporder.datum', () => ({ datum: '12-06-2025' })],
    ['verkooporder.relatie.id', () => ({ relatie: { id: 'Café Zoë' } })],
    ['verkooporder.procesStatus', () => ({ procesStatus: 'Gereed' })],
    ['verkooporder.Krediettermijn', () => ({ krediettermijn: 101 })],
    ['verkooporder.krediettermijn', () => ({ krediettermijn: 'een week' })],
    ['verkooporder.geblokkeerd', () => ({ geblokkeerd: 'ja' })],
    ['verkooporder.regels', () => ({ regels: 'geen' })],
    ['verkooporder.regels[0].aantal', () => ({ regels: [{ aantal: 'twee' }] })],
    ['verkooporder.regels[1].stuksprijs', () => ({ regels: [{}, { stuksprijs: '1,50' }] })],
    ['verkooporder.Regels[0].Omschrijving', () => ({ regels: [{ omschrijving: 'x'.repeat(251) }] })],
    ['verkooporder.Omschrijving', () => ({ omschrijving: 'x'.repeat(51) })],
    ['verkooporder.Betalingskenmerk', () => ({ betalingskenmerk: 'x'.repeat(51) })],
    ['verkooporder.Memo', () => ({ memo: 'x'.repeat(1001) })],
  ])('%s', async (field, change) => {
    const json = (await refusal(await startHarness(), change)) as { message: string; modelState: object };
    expect(json.message).toBe('The request is invalid.');
    expect(Object.keys(json.modelState)).toContain(field);
  });

  it('reads what .NET would read: other capitals, numbers as text, a moment with a zone', async () => {
    const { simulator, client } = await startHarness();
    const created = await client.send<Record<string, unknown>>('POST', '/verkooporders', {
      Relatie: smallOrder(simulator).relatie,
      Datum: '2025-06-11T22:30:00Z',
      regels: [{ Artikel: { ID: simulator.control.books.article('SPOED').id }, aantal: '1.5', stuksprijs: '10.00' }],
      totaalExclusiefBtw: '0.00',
      nummer: null,
    });
    expect(created.status, created.text).toBe(201);
    expect(created.json).toMatchObject({ datum: '2025-06-12T00:30:00', totaalExclusiefBtw: 15 });
  });
});

describe('bodies that are no order', () => {
  it.each([
    ['nothing', '', 'ALG-0106'],
    ['null', 'null', 'ALG-0106'],
  ])('%s is %s', async (_what, body, code) => {
    const { client } = await startHarness();
    const answer = await client.send<{ errorCode: string }[]>('POST', '/verkooporders', body);
    expect([answer.status, answer.json[0]?.errorCode]).toEqual([400, code]);
  });

  it('half a JSON text and a list are refused as a model', async () => {
    const { client } = await startHarness();
    for (const body of ['{"relatie":', '[]']) {
      const answer = await client.send<{ modelState: object }>('POST', '/verkooporders', body);
      expect([answer.status, Object.keys(answer.json.modelState)]).toEqual([400, ['verkooporder']]);
    }
  });

  it('another media type is 415', async () => {
    const { simulator, client } = await startHarness();
    const answer = await fetch(`${simulator.endpoints.api}/verkooporders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'ocp-apim-subscription-key': simulator.registration.subscriptionKey ?? '',
        'content-type': 'text/plain',
      },
      body: JSON.stringify(smallOrder(simulator)),
    });
    expect(answer.status).toBe(415);
  });
});
