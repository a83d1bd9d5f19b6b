import { describe, expect, it } from 'vitest';
import { create, startHarness, type Row } from './simulator-harness';

interface AccountInformation {
  readonly Email: string;
  readonly Companies: readonly Row[];
  readonly UserCompanyRoles: readonly Row[];
}

describe('the company of the header PartyID', () => {
  it('is told by accountInformation, which needs no PartyID', async () => {
    const { client } = await startHarness();
    client.partyId = '';
    const { json } = await client.get<AccountInformation>('/account/accountInformation');
    expect(json.Companies).toHaveLength(1);
    expect(json.Companies[0]).toMatchObject({
      Name: 'Koppelaar Installatietechniek B.V.',
      VATNumber: 'NL002817469B01',
      APIAllowed: true,
      DefaultExpiryOffset: 30,
    });
    expect(json.UserCompanyRoles).toEqual([{ PartyID: json.Companies[0]?.PartyID, UserRoleTypes: ['Administrator'] }]);
  });

  it('gives a 401 without body when it is not the user’s: no fault of the login', async () => {
    const { client } = await startHarness();
    client.partyId = '123';
    const answer = await client.get('/orders');
    expect([answer.status, answer.text]).toEqual([401, '']);
    client.partyId = 'Koppelaar';
    expect((await client.get('/orders')).status).toBe(401);
  });

  it('parts the books: what is of one company cannot be seen or used in another', async () => {
    const harness = await startHarness({ quirks: { companies: 'several' } });
    const { simulator, client } = harness;
    const { json } = await client.get<AccountInformation>('/account/accountInformation');
    expect(json.Companies.map((company) => [company.Name, company.APIAllowed])).toEqual([
      ['Koppelaar Installatietechniek B.V.', true],
      ['Koppelaar België BV', true],
      ['Koppelaar Holding B.V.', false],
    ]);
    const order = (await create(harness)).json;
    const customer = simulator.control.books.customer('Café Zoë').id;
    client.partyId = String(json.Companies[1]?.PartyID);
    expect((await client.get(`/orders/${order}`)).status).toBe(404);
    expect((await client.get(`/parties/${customer}`)).status).toBe(401);
    expect((await create(harness)).status).toBe(401);
    const belgian = simulator.control.books.inCompany('Koppelaar België');
    const own = await client.send('POST', '/orders', {
      OrderType: 'Invoice',
      OrderDirection: 'Income',
      OrderDate: '2025-06-12',
      ExpiryDate: '2025-07-12',
      CustomerID: Number(belgian.customers()[0]?.id),
      OrderLines: [{ Description: 'Renovatie', UnitPriceExcl: 100, Quantity: 1, VATPercentage: 6 }],
    });
    expect(own.status).toBe(200);
    client.partyId = String(json.Companies[2]?.PartyID);
    expect((await client.get('/orders')).status).toBe(401);
  });

  it('closes when the office forbids programs, or the user loses the rights', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.allowApi(false);
    const forbidden = (await client.get<AccountInformation>('/account/accountInformation')).json.Companies;
    expect(forbidden.map((company) => company.APIAllowed)).toEqual([false]);
    expect((await client.get('/parties')).status).toBe(401);
    simulator.control.books.allowApi(true);
    expect((await client.get('/parties')).status).toBe(200);
    simulator.control.books.withdrawAccess();
    expect((await client.get<AccountInformation>('/account/accountInformation')).json.Companies).toEqual([]);
    expect((await client.get('/parties')).status).toBe(401);
  });

  it('missingPartyID: the first company, or refused', async () => {
    for (const [value, status] of [
      ['first-company', 200],
      ['refuse', 401],
    ] as const) {
      const { client } = await startHarness({ quirks: { missingPartyID: value } });
      client.partyId = '';
      expect((await client.get('/orders')).status).toBe(status);
    }
  });
});
