import { describe, expect, it } from 'vitest';
import { startHarness, type PortalClient } from './simulator-harness';

const names = async (client: PortalClient, filter: string): Promise<unknown[]> => {
  const answer = await client.get('/relaties', { $filter: filter });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.map((row) => row.naam);
};

describe('$filter', () => {
  it.each([
    ["Naam eq 'Café Zoë'", ['Café Zoë']],
    ["Naam eq '''t Hoekje'", ["'t Hoekje"]],
    ['Relatiecode eq 10003', ['Café Zoë']],
    [
      'Relatiecode gt 10002 and Relatiecode le 10004',
      ['Café Zoë', 'Stichting Woon- en Zorgcentra Utrechtse Heuvelrug'],
    ],
    ["substringof('Totaal',Naam) eq true", ['Öztürk Totaalbouw']],
    ["substringof('totaal',Naam)", []],
    ["substringof('totaal',tolower(Naam))", ['Öztürk Totaalbouw']],
    ["startswith(Naam,'Café') eq true", ['Café Zoë']],
    ["endswith(Naam,'III')", ['VvE Meander III']],
    ["Relatiesoort/any(r:r eq 'Eigen')", ['Koppelaar Installatietechniek B.V.']],
    ["VestigingsAdres/Plaats eq 'Lommel'", ['Dakwerken Peeters & Zonen BV']],
    ["(Naam eq 'Jansen' or Naam eq 'Café Zoë') and not (Email eq null)", ['Café Zoë', 'Jansen']],
    ["Email eq null and Relatiesoort/any(r: r eq 'Klant')", ['Jansen']],
    ["Naam eq 'café zoë'", []],
    ["Id eq guid'00000000-0000-4000-8000-000000000000'", []],
  ])('%s', async (filter, expected) => {
    const { client } = await startHarness();
    expect(await names(client, filter)).toEqual(expected);
  });

  it('finds a relation by id, in either case', async () => {
    const { simulator, client } = await startHarness();
    const { id } = simulator.control.books.customer('Café Zoë');
    expect(await names(client, `Id eq guid'${id.toUpperCase()}'`)).toEqual(['Café Zoë']);
  });

  it('finds orders by the relation inside them and by their lines', async () => {
    const { simulator, client } = await startHarness();
    const customer = simulator.control.books.customer('Café Zoë');
    const order = simulator.control.books.addOrder({
      customer: 'Café Zoë',
      description: 'Terras',
      lines: [{ article: 'SPOED', quantity: '1' }],
    });
    const byRelation = await client.get('/verkooporders', {
      $filter: `Relatie/Id eq guid'${customer.id}' and ModifiedOn gt datetime'2025-01-01'`,
    });
    const byLine = await client.get('/verkooporders', {
      $filter: "Regels/any(r: substringof('Spoed', r/Omschrijving))",
    });
    expect(byRelation.json.map((row) => row.id)).toEqual([order.id]);
    expect(byLine.json.map((row) => row.id)).toEqual([order.id]);
  });

  it('compares moments by their fraction as well', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.renameCustomer('Café Zoë', 'Café Zoë & Co');
    const row = (await client.get('/relaties', { $filter: "Naam eq 'Café Zoë & Co'" })).json[0];
    const moment = String(row?.modifiedOn);
    expect(await names(client, `ModifiedOn ge datetime'${moment}'`)).toEqual(['Café Zoë & Co']);
    expect(await names(client, `ModifiedOn gt datetime'${moment}'`)).toEqual([]);
  });

  it.each([
    ["naam eq 'x'", "Could not find a property named 'naam'"],
    ["ModifiedOn gt datetimeoffset'2025-01-01T00:00:00Z'", 'Unrecognized'],
    ["ModifiedOn gt '2025-01-01'", "'Edm.DateTime' and 'Edm.String' for operator kind 'GreaterThan'"],
    ["Id eq 'abc'", "'Edm.Guid' and 'Edm.String' for operator kind 'Equal'"],
    ["Id eq guid'abc'", 'Unrecognized'],
    ["Uri eq '/relaties/1'", "Could not find a property named 'Uri'"],
    ["Naam eq 'x", 'Syntax error'],
    ["contains(Naam,'x')", "An unknown function with name 'contains'"],
    ["Naam = 'x'", 'Syntax error'],
    ['Naam', 'must evaluate to a single boolean value'],
    ["Relatiesoort eq 'Klant'", 'cannot be used in the $filter query option'],
    ["Relatiesoort/any(r:x eq 'Klant')", "Could not find a property named 'x'"],
    ["(Naam eq 'x'", 'Syntax error'],
  ])('refuses %s with ALG-0104', async (filter, detail) => {
    const { client } = await startHarness();
    const answer = await client.get<{ errorCode: string; message: string; details: string }[]>('/relaties', {
      $filter: filter,
    });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual([
      { errorCode: 'ALG-0104', message: 'Ongeldig OData filter', details: expect.stringContaining(detail) as string },
    ]);
  });
});

describe('modifiedOn', () => {
  it('is Dutch local time without a zone, in summer and in winter', async () => {
    const { simulator, client, clock } = await startHarness();
    const rename = async (name: string): Promise<unknown> => {
      simulator.control.books.renameCustomer(10003, name);
      return (await client.get('/relaties', { $filter: `Naam eq '${name}'` })).json[0]?.modifiedOn;
    };
    clock.nowMs = Date.parse('2025-07-01T10:00:00.250Z');
    await client.login(simulator.credentials.koppelsleutel ?? '');
    expect(await rename('Zomer')).toBe('2025-07-01T12:00:00.25');
    clock.nowMs = Date.parse('2025-12-01T10:00:00Z');
    await client.login(simulator.credentials.koppelsleutel ?? '');
    expect(await rename('Winter')).toBe('2025-12-01T11:00:00');
  });

  it('moves forward on every change, even when the clock goes back', async () => {
    const { simulator, client, clock } = await startHarness();
    simulator.control.books.renameCustomer(10003, 'Eerst');
    clock.advanceSeconds(-600);
    simulator.control.books.deactivateCustomer(10003);
    simulator.control.books.renameCustomer(10002, 'Daarna');
    const moments = (
      await client.get('/relaties', { $filter: 'Relatiecode eq 10003 or Relatiecode eq 10002' })
    ).json.map((row) => String(row.modifiedOn));
    expect(moments[0]! > moments[1]!).toBe(true);
    expect(moments[1]! > '2025-06-12T10:00:00').toBe(true);
  });
});
