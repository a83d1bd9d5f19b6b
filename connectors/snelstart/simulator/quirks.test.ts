import { describe, expect, it } from 'vitest';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import { startSimulator } from './index';
import { articleLine, smallOrder, startHarness, type Harness } from './simulator-harness';

const start = (quirks: Record<string, string>): Promise<Harness> => startHarness({ quirks });

const post = async (
  { simulator, client }: Harness,
  change: Record<string, unknown>,
): Promise<{ status: number; json: Record<string, unknown> & { regels: Record<string, unknown>[] } }> =>
  client.send('POST', '/verkooporders', { ...smallOrder(simulator), ...change });

describe('what the vendor does not document can be chosen', () => {
  it('textLines: a line without article', async () => {
    const line = { regels: [{ omschrijving: 'Alleen tekst' }] };
    expect((await post(await start({ textLines: 'accept' }), line)).status).toBe(201);
    expect((await post(await start({ textLines: 'refuse' }), line)).json).toMatchObject([{ errorCode: 'ALG-0103' }]);
  });

  it('priceWhenEmpty: the price of the article, or nothing', async () => {
    for (const [value, price] of [
      ['article', 85],
      ['zero', 0],
    ] as const) {
      const harness = await start({ priceWhenEmpty: value });
      const { json } = await post(harness, { regels: [articleLine(harness.simulator, 'SPOED')] });
      expect(json.regels[0]?.stuksprijs).toBe(price);
    }
  });

  it('orderreferentieFilter: works, or is refused while other fields work', async () => {
    const filter = { $filter: "Orderreferentie eq 'PO-2024/118'" };
    expect((await (await start({})).client.get('/verkooporders', filter)).json).toHaveLength(1);
    const { client } = await start({ orderreferentieFilter: '400' });
    expect((await client.get('/verkooporders', filter)).json).toMatchObject([{ errorCode: 'ALG-0104' }]);
    expect((await client.get('/verkooporders', { $filter: "substringof('WB',Omschrijving)" })).status).toBe(200);
  });

  it('textCompare: with or without regard to case', async () => {
    const filter = { $filter: "Orderreferentie eq 'po-2024/118'" };
    expect((await (await start({})).client.get('/verkooporders', filter)).json).toHaveLength(0);
    expect(
      (await (await start({ textCompare: 'ignore-case' })).client.get('/verkooporders', filter)).json,
    ).toHaveLength(1);
  });

  it('modifiedOnZone: Dutch clock or UTC, in answers and in filters alike', async () => {
    const { simulator, client } = await start({ modifiedOnZone: 'utc' });
    simulator.control.books.renameCustomer('Café Zoë', 'Zoë');
    const later = await client.get('/relaties', { $filter: "ModifiedOn ge datetime'2025-06-12T08:00:00'" });
    expect(later.json.map((row) => row.modifiedOn)).toEqual(['2025-06-12T08:00:00']);
    expect((await client.get('/relaties', { $filter: "ModifiedOn ge datetime'2025-06-12T10:00:00'" })).json).toEqual(
      [],
    );
  });

  it('modifiedOnDigits: up to three or up to seven behind the second', async () => {
    const longest = async (digits: string): Promise<number> => {
      const rows = (await (await start({ modifiedOnDigits: digits })).client.get('/relaties')).json;
      return Math.max(...rows.map((row) => (String(row.modifiedOn).split('.')[1] ?? '').length));
    };
    expect([await longest('3'), await longest('7')]).toEqual([3, 7]);
  });

  it('listNonactief: lists hold what is not active, or not', async () => {
    const inactive = async (value: string): Promise<number> => {
      const { client } = await start({ listNonactief: value });
      return (await client.get('/relaties')).json.filter((row) => row.nonactief === true).length;
    };
    expect([await inactive('include'), await inactive('exclude')]).toEqual([1, 0]);
  });

  it('textLimits and textTooLong: how long, and what happens then', async () => {
    const long = { omschrijving: 'x'.repeat(60), memo: 'y'.repeat(1001) };
    expect((await post(await start({ textLimits: 'none' }), long)).json.omschrijving).toHaveLength(60);
    expect((await post(await start({ textLimits: '100/none/2000' }), long)).status).toBe(201);
    expect((await post(await start({ textTooLong: 'ALG-0102' }), long)).json).toMatchObject([
      { errorCode: 'ALG-0102' },
    ]);
    const cut = await post(await start({ textTooLong: 'cut' }), long);
    expect([cut.status, String(cut.json.omschrijving).length, String(cut.json.memo).length]).toEqual([201, 50, 1000]);
  });

  it('wrongKeyStatus: 400 or 401', async () => {
    const { client } = await start({ wrongKeyStatus: '401' });
    const answer = await client.login('b25iZWtlbmQ6c2xldXRlbA==');
    expect([answer.status, answer.json]).toEqual([401, { error: 'invalid_grant' }]);
  });

  it('pageOrder: as entered, in any fixed order, or with the last changed at the end', async () => {
    const order = async (value: string): Promise<unknown[]> => {
      const { simulator, client } = await start({ pageOrder: value });
      simulator.control.books.deactivateCustomer('Café Zoë');
      return (await client.get('/relaties')).json.map((row) => row.relatiecode);
    };
    const [stable, shuffled, modified] = [await order('stable'), await order('shuffled'), await order('modified')];
    expect(stable.slice(0, 4)).toEqual([1, 10001, 10002, 10003]);
    expect(shuffled).not.toEqual(stable);
    expect(shuffled.toSorted()).toEqual(stable.toSorted());
    expect(modified.at(-1)).toBe(10003);
  });

  it('nullInsteadOfEmptyArrays', async () => {
    const subarticles = async (value: string): Promise<unknown> =>
      (await (await start({ nullInsteadOfEmptyArrays: value })).client.get('/artikelen')).json[0]?.subartikelen;
    expect([await subarticles('no'), await subarticles('yes')]).toEqual([[], null]);
  });

  it('artikelenTop: 25 or 500', async () => {
    const { client } = await start({ artikelenTop: '500' });
    expect((await client.get('/artikelen', { $top: 500 })).json.length).toBeGreaterThan(25);
  });

  it('deleteStatus: 200, or 201 as the description says', async () => {
    const harness = await start({ deleteStatus: '201' });
    const created = await post(harness, {});
    expect((await harness.client.send('DELETE', `/verkooporders/${String(created.json.id)}`)).status).toBe(201);
  });

  it('unknownProperties: passed over as .NET does, or refused to find spelling mistakes', async () => {
    const misspelt = { omschriving: 'Lekkage', regels: [{ aantalen: 1 }] };
    expect((await post(await start({}), misspelt)).status).toBe(201);
    const refused = await post(await start({ unknownProperties: 'refuse' }), misspelt);
    expect(refused.status).toBe(400);
    expect(Object.keys(refused.json.modelState as object)).toEqual([
      'verkooporder.regels[0].aantalen',
      'verkooporder.omschriving',
    ]);
  });

  it('uitgevoerd: taken, or silently left at InBehandeling as the manual says', async () => {
    const status = async (value: string): Promise<unknown> =>
      (await post(await start({ uitgevoerd: value }), { verkoopOrderStatus: 'Uitgevoerd' })).json.verkoopOrderStatus;
    expect([await status('accept'), await status('ignore')]).toEqual(['Uitgevoerd', 'InBehandeling']);
  });
});

it.each([
  [{ textLine: 'refuse' }, 'Unknown quirk textLine'],
  [{ textLines: 'maybe' }, 'accept or refuse'],
  [{ textLimits: '50/50' }, 'omschrijving/betalingskenmerk/memo'],
])('does not start with %o', async (quirks, message) => {
  await expect(startSimulator({ quirks })).rejects.toThrow(SimulatorStartError);
  await expect(startSimulator({ quirks })).rejects.toThrow(message);
});
