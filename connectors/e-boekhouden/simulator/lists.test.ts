import { describe, expect, it } from 'vitest';
import { errorOf, find, invoice, invoiceFilter, rowsOf, startHarness, type Tags } from './simulator-harness';

const relationFilter = (changes: Tags = {}): Tags => ({ cFilter: { Trefwoord: '', Code: '', ID: 0, ...changes } });
const articleFilter = (changes: Tags = {}): Tags => ({
  cFilter: { ArtikelID: 0, ArtikelOmschrijving: '', ArtikelCode: '', GroepOmschrijving: '', GroepCode: '', ...changes },
});

describe('GetRelaties', () => {
  it('gives every tag of cRelatie in the order of the WSDL, zero and empty where nothing is known', async () => {
    const { client } = await startHarness();
    const answer = await client.call('GetRelaties', relationFilter({ Code: '10004' }));
    const relation = find(answer.element, 'cRelatie');
    expect(relation?.children.map((child) => child.name).join(' ')).toBe(
      'ID AddDatum Code Bedrijf Contactpersoon Geslacht Adres Postcode Plaats Land Adres2 Postcode2 Plaats2 Land2 Telefoon GSM FAX ' +
        'Email Site Notitie Bankrekening Girorekening BTWNummer KvkNummer Aanhef IBAN BIC BP Def1 Def2 Def3 Def4 Def5 Def6 Def7 Def8 ' +
        'Def9 Def10 LA Gb_ID GeenEmail NieuwsbriefgroepenCount',
    );
    const [row] = rowsOf(answer, 'cRelatie');
    expect(row).toMatchObject({
      Code: '10004',
      Bedrijf: 'Stichting Woon- en Zorgcentra Utrechtse Heuvelrug',
      Contactpersoon: 'Afdeling Technisch Beheer',
      FAX: '',
      LA: '0',
      Gb_ID: '0',
    });
    expect(row?.AddDatum).toMatch(/^20\d\d-\d\d-\d\dT00:00:00$/);
    expect([row?.Adres, row?.Adres2]).toEqual([expect.stringMatching(/ \d/), expect.stringMatching(/^Postbus \d/)]);
  });

  it('finds by code, by id and by a keyword in code, name, town, contact or e-mail address', async () => {
    const { client, simulator } = await startHarness();
    const names = async (filter: Tags): Promise<(string | undefined)[]> =>
      rowsOf(await client.call('GetRelaties', relationFilter(filter)), 'cRelatie').map((row) => row.Bedrijf);
    const { id, address } = simulator.control.books.customer('Café Zoë');
    expect(await names({ Code: '000123' })).toEqual(['Café Zoë']);
    expect(await names({ ID: id })).toEqual(['Café Zoë']);
    expect(await names({ Trefwoord: 'hoekje.EXAMPLE' })).toEqual(["'t Hoekje"]);
    expect(await names({ Trefwoord: address.city })).toContain('Café Zoë');
    expect(await names({ Code: '123' })).toEqual([]);
    expect(await names({ Code: '000123', Trefwoord: 'bestaat niet' })).toEqual([]);
  });

  it('escapes what XML needs escaped', async () => {
    const { client } = await startHarness({ books: 'practice' });
    const answer = await client.call('GetRelaties', relationFilter({ Trefwoord: 'Nieuwland' }));
    expect(answer.text).toContain('<Bedrijf>Bouwbedrijf &lt;Nieuwland&gt; &amp; Co</Bedrijf>');
  });

  it('says nothing about activity: who is not active is there like all others, or is left out', async () => {
    const { client, simulator } = await startHarness();
    simulator.control.books.deactivateCustomer('Café Zoë');
    expect(rowsOf(await client.call('GetRelaties', relationFilter({ Code: '000123' })), 'cRelatie')).toHaveLength(1);
    const other = await startHarness({ quirks: { inactiveRelations: 'left-out' } });
    other.simulator.control.books.deactivateCustomer('Café Zoë');
    expect(rowsOf(await other.client.call('GetRelaties', relationFilter({ Code: '000123' })), 'cRelatie')).toEqual([]);
  });

  it('follows the office: new, renamed and deleted relations', async () => {
    const { client, simulator } = await startHarness();
    const { books } = simulator.control;
    books.renameCustomer('Café Zoë', 'Café Zoë & Zn.');
    books.deleteCustomer("'t Hoekje");
    books.addCustomer({ name: 'Nieuwe klant', city: 'Ede' });
    const names = rowsOf(await client.call('GetRelaties', relationFilter()), 'cRelatie').map((row) => row.Bedrijf);
    expect(names).toEqual(expect.arrayContaining(['Café Zoë & Zn.', 'Nieuwe klant']));
    expect(names).not.toContain("'t Hoekje");
  });
});

describe('GetArtikelen', () => {
  it('gives prices with two decimals, VAT, account, group and activity', async () => {
    const { client } = await startHarness();
    const [row] = rowsOf(await client.call('GetArtikelen', articleFilter({ ArtikelCode: 'ONDERHOUD-CV' })), 'cArtikel');
    expect(row).toEqual({
      ArtikelID: expect.stringMatching(/^\d+$/) as string,
      ArtikelOmschrijving: 'Onderhoudsbeurt cv-ketel, jaarlijks',
      ArtikelCode: 'ONDERHOUD-CV',
      GroepOmschrijving: 'Diensten',
      GroepCode: '010',
      Eenheid: 'st',
      InkoopprijsExclBTW: '0.00',
      VerkoopprijsExclBTW: '94.21',
      VerkoopprijsInclBTW: '114.00',
      BTWCode: 'HOOG_VERK_21',
      TegenrekeningCode: '8010',
      BtwPercentage: '21.00',
      KostenplaatsID: '0',
      Actief: 'true',
    });
  });

  it('may give four decimals', async () => {
    const { client } = await startHarness({ quirks: { priceDecimals: '4' } });
    const [row] = rowsOf(await client.call('GetArtikelen', articleFilter({ ArtikelCode: 'ONDERHOUD-CV' })), 'cArtikel');
    expect(row).toMatchObject({ VerkoopprijsExclBTW: '94.2149', VerkoopprijsInclBTW: '114.0000' });
  });

  it('shows what is not active, and articles without a group', async () => {
    const { client } = await startHarness();
    const rows = rowsOf(await client.call('GetArtikelen', articleFilter()), 'cArtikel');
    expect(rows.filter((row) => row.Actief === 'false').length).toBeGreaterThanOrEqual(5);
    expect(rows.filter((row) => row.GroepCode === '').map((row) => row.ArtikelCode)).toEqual(['DIVERS', 'KORTING']);
  });

  it('finds by code of a group; without capitals counting, names may be of two groups', async () => {
    const { client } = await startHarness({ books: 'practice' });
    const groups = async (filter: Tags): Promise<string[]> => {
      const rows = rowsOf(await client.call('GetArtikelen', articleFilter(filter)), 'cArtikel');
      return [...new Set(rows.map((row) => row.GroepCode ?? ''))];
    };
    expect(await groups({ GroepCode: '040' })).toEqual(['040']);
    expect((await groups({ GroepOmschrijving: 'Sanitair' })).toSorted()).toEqual(['040', '050']);
  });

  it.each([
    ['exact', ['000123'], []],
    ['ignore-case', ['000123'], ['ARBEID']],
    ['contains', ['000123', '123'], ['ARBEID', 'ARBEID-W', 'ARBEID-L', 'ARBEID9']],
  ])('compares %s', async (textFilters, digits, letters) => {
    const { client } = await startHarness({ quirks: { textFilters } });
    const codes = async (ArtikelCode: string): Promise<(string | undefined)[]> =>
      rowsOf(await client.call('GetArtikelen', articleFilter({ ArtikelCode })), 'cArtikel').map(
        (row) => row.ArtikelCode,
      );
    expect(await codes(textFilters === 'contains' ? '123' : '000123')).toEqual(digits);
    expect(await codes('arbeid')).toEqual(letters);
  });
});

describe('the most that a list gives', () => {
  it('is 2,000 rows, and nothing says that more were cut off', async () => {
    const { client } = await startHarness({ books: { customers: 2001, articles: 2000 } });
    const relations = await client.call('GetRelaties', relationFilter());
    expect([rowsOf(relations, 'cRelatie').length, errorOf(relations)]).toEqual([2000, '']);
    expect(rowsOf(await client.call('GetArtikelen', articleFilter()), 'cArtikel')).toHaveLength(2000);
    const group = rowsOf(await client.call('GetArtikelen', articleFilter({ GroepCode: '060' })), 'cArtikel');
    expect(group.length).toBeGreaterThan(100);
    expect(group.length).toBeLessThan(1000);
  });

  it('may be another number, or none', async () => {
    const ten = await startHarness({ quirks: { recordCap: '10' } });
    expect(rowsOf(await ten.client.call('GetRelaties', relationFilter()), 'cRelatie')).toHaveLength(10);
    const none = await startHarness({ books: { customers: 2005, articles: 1 }, quirks: { recordCap: 'none' } });
    expect(rowsOf(await none.client.call('GetRelaties', relationFilter()), 'cRelatie')).toHaveLength(2005);
  });
});

it('gives the same rows in any fixed order', async () => {
  const entered = await startHarness();
  const shuffled = await startHarness({ quirks: { listOrder: 'shuffled' } });
  const ids = async ({ client }: typeof entered): Promise<(string | undefined)[]> =>
    rowsOf(await client.call('GetRelaties', relationFilter()), 'cRelatie').map((row) => row.ID);
  const [inOrder, other] = [await ids(entered), await ids(shuffled)];
  expect(other).not.toEqual(inOrder);
  expect(other.toSorted()).toEqual(inOrder.toSorted());
  expect(await ids(shuffled)).toEqual(other);
});

it.each([
  ['element', '<Relaties />'],
  ['nil', '<Relaties xsi:nil="true" xsi:type="ArrayOfCRelatie" />'],
  ['absent', '</ErrorMsg></GetRelatiesResult>'],
])('writes an empty list as %s', async (emptyList, text) => {
  const { client } = await startHarness({ quirks: { emptyList } });
  expect((await client.call('GetRelaties', relationFilter({ Code: 'geen' }))).text).toContain(text);
});

it('may leave ErrorMsg out when there is no error', async () => {
  const { client } = await startHarness({ quirks: { successError: 'absent' } });
  const answer = await client.call('GetRelaties', relationFilter());
  expect(answer.text).toContain('<GetRelatiesResult><Relaties><cRelatie>');
  expect(errorOf(await client.call('GetRelaties', { SecurityCode2: '' }))).toBe('E002.1');
});

it('lists ledger accounts by category, and cost centres by their parent', async () => {
  const { client } = await startHarness();
  const accounts = await client.call('GetGrootboekrekeningen', { cFilter: { ID: 0, Code: '', Categorie: 'DEB' } });
  expect(rowsOf(accounts, 'cGrootboekrekening').map((row) => row.Code)).toEqual(['1300', '1310']);
  const filter = { KostenplaatsID: 0, KostenplaatsParentID: 0, Omschrijving: '' };
  const all = rowsOf(await client.call('GetKostenplaatsen', { cFilter: filter }), 'cKostenplaats');
  expect(all).toHaveLength(3);
  const parent = all.find((row) => row.Omschrijving === 'Service en onderhoud')?.KostenplaatsId ?? '';
  const below = await client.call('GetKostenplaatsen', { cFilter: { ...filter, KostenplaatsParentID: parent } });
  expect(rowsOf(below, 'cKostenplaats')).toMatchObject([
    { Omschrijving: 'Storingsdienst', KostenplaatsParentId: parent },
  ]);
});

it('shows a row as it would leave if the vendor had a fault', async () => {
  const { client, simulator } = await startHarness();
  simulator.control.books.distort(simulator.control.books.article('ARBEID').id, {
    VerkoopprijsExclBTW: 'n.v.t.',
    ArtikelID: null,
  });
  const [row] = rowsOf(await client.call('GetArtikelen', articleFilter({ ArtikelCode: 'ARBEID' })), 'cArtikel');
  expect([row?.VerkoopprijsExclBTW, row?.ArtikelID]).toEqual(['n.v.t.', undefined]);
});

describe('GetFacturen', () => {
  it('gives totals and lines of the invoices between two days', async () => {
    const { client } = await startHarness();
    const answer = await client.call('GetFacturen', invoiceFilter({ DatumVan: '2024-04-15', DatumTm: '2024-05-21' }));
    expect(rowsOf(answer, 'cFactuurList')).toMatchObject([
      {
        Factuurnummer: 'F00002',
        Relatiecode: '10002',
        Datum: '2024-04-15T00:00:00',
        Betalingstermijn: '30',
        TotaalExclBTW: '551.15',
        TotaalBTW: '102.55',
        TotaalInclBTW: '653.7',
        TotaalOpenstaand: '653.7',
        URLPDFBestand: '',
      },
      { Factuurnummer: 'F00003', Relatiecode: '000123' },
    ]);
    expect(rowsOf(answer, 'cFactuurRegel')[1]).toEqual({
      Aantal: '6.5',
      Eenheid: 'uur',
      Code: 'ARBEID',
      Omschrijving: 'Groepenkast uitgebreid',
      PrijsPerEenheid: '62.5',
      BTWCode: 'HOOG_VERK_21',
      TegenrekeningCode: '8010',
      KostenplaatsID: '0',
    });
  });

  it('finds by number whatever the days say, or only between them', async () => {
    const day = { DatumVan: '2025-06-12', DatumTm: '2025-06-12' };
    const count = async (quirks: Record<string, string>): Promise<number> => {
      const { client } = await startHarness({ quirks });
      const answer = await client.call('GetFacturen', invoiceFilter({ Factuurnummer: 'F00002', ...day }));
      return rowsOf(answer, 'cFactuurList').length;
    };
    expect([await count({}), await count({ numberIgnoresDates: 'no' })]).toEqual([1, 0]);
  });

  it('finds nothing by relation when no days are given', async () => {
    const { client } = await startHarness();
    const filter = { cFilter: { Factuurnummer: '', Relatiecode: '000123' } };
    expect(rowsOf(await client.call('GetFacturen', filter), 'cFactuurList')).toEqual([]);
  });

  it('writes the code of the relation without a type of the WSDL', async () => {
    const { client } = await startHarness();
    const answer = await client.call('GetFacturen', invoiceFilter({ Relatiecode: '000123' }));
    expect(answer.text).toContain('<Relatiecode xsi:type="xsd:string">000123</Relatiecode>');
  });

  it('shows a new invoice at once, or later', async () => {
    const seen = async (quirks: Record<string, string>, seconds: number): Promise<number> => {
      const { client, clock } = await startHarness({ quirks });
      await client.call('AddFactuur', invoice());
      clock.advanceSeconds(seconds);
      const day = { DatumVan: '2025-06-12', DatumTm: '2025-06-12' };
      return rowsOf(await client.call('GetFacturen', invoiceFilter(day)), 'cFactuurList').length;
    };
    expect(await seen({}, 0)).toBe(1);
    expect(await seen({ invoiceDelaySeconds: '60' }, 59)).toBe(0);
    expect(await seen({ invoiceDelaySeconds: '60' }, 60)).toBe(1);
  });
});
