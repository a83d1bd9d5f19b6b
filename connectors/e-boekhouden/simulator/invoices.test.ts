import { describe, expect, it } from 'vitest';
import {
  errorOf,
  faultOf,
  invoice,
  invoiceFilter,
  line,
  rowsOf,
  startHarness,
  valueOf,
  type Harness,
  type Tags,
} from './simulator-harness';

const MAIL = { PerEmailVerzenden: true, EmailBericht: 'x', EmailVanAdres: 'kantoor@koppelaar.example', EmailOnderwerp: 'x' }; // prettier-ignore
const DEBIT = { AutomatischeIncasso: true, IncassoRekeningNummer: '1', IncassoTnv: 'x', IncassoPlaats: 'x', IncassoOmschrijvingRegel1: 'x' }; // prettier-ignore

const add = ({ client }: Harness, head: Tags = {}, lines: readonly Tags[] = [line()]) =>
  client.call('AddFactuur', invoice(head, lines));

const arrived = ({ simulator }: Harness) => simulator.control.documents();

describe('AddFactuur', () => {
  it('gives the next number of the series', async () => {
    const harness = await startHarness();
    const numbers = [valueOf(await add(harness), 'Factuurnummer'), valueOf(await add(harness), 'Factuurnummer')];
    expect(numbers).toEqual(['F00006', 'F00007']);
    expect(arrived(harness)).toMatchObject([
      {
        number: 'F00006',
        kind: 'factuur',
        customerName: 'Café Zoë',
        customerNumber: '000123',
        description: '',
        lines: [
          { articleCode: 'ARBEID', description: 'Arbeidsuur monteur', quantity: '1', unitPrice: '62.5', total: '62.5' },
        ],
        totalExclVat: '62.5',
        totalInclVat: '75.63',
        fields: { Factuursjabloon: 'Standaard factuur', InBoekhoudingPlaatsen: false },
        receivedAtMs: Date.parse('2025-06-12T08:00:00Z'),
      },
      { number: 'F00007' },
    ]);
  });

  it('takes a number of the client once, and passes over it in its own series', async () => {
    const harness = await startHarness();
    expect(valueOf(await add(harness, { Factuurnummer: 'F00007' }), 'Factuurnummer')).toBe('F00007');
    expect(errorOf(await add(harness, { Factuurnummer: 'f00007' }))).toBe('CFACT026');
    expect(valueOf(await add(harness), 'Factuurnummer')).toBe('F00006');
    expect(valueOf(await add(harness), 'Factuurnummer')).toBe('F00008');
  });

  it.each<[string, Tags, string]>([
    ['a date before 1980', { Datum: '1979-12-31' }, 'CFACT004'],
    ['a date after 2049', { Datum: '2050-01-01' }, 'CFACT004'],
    ['no date', { Datum: null }, 'CFACT004'],
    ['no payment term', { Betalingstermijn: null }, 'CFACT014'],
    ['a payment term of 0, which is the same in .NET', { Betalingstermijn: 0 }, 'CFACT014'],
    ['no relation', { Relatiecode: ' ' }, 'CFACT024'],
    ['an unknown relation', { Relatiecode: 'onbekend' }, 'CFACT025'],
    ['the id of a relation in place of its code', { Relatiecode: '1023' }, 'CFACT025'],
    ['a number that is taken', { Factuurnummer: 'F00001' }, 'CFACT026'],
    ['no template', { Factuursjabloon: '' }, 'CFACT027'],
    ['a template in other capitals', { Factuursjabloon: 'standaard factuur' }, 'CFACT028'],
    ['mail without text', { ...MAIL, EmailBericht: '' }, 'CFACT029'],
    ['mail without sender', { ...MAIL, EmailVanAdres: '' }, 'CFACT030'],
    ['mail without subject', { ...MAIL, EmailOnderwerp: '' }, 'CFACT031'],
    ['an entry without description', { InBoekhoudingPlaatsen: true }, 'CFACT032'],
    ['direct debit without account', { ...DEBIT, IncassoRekeningNummer: '' }, 'CFACT033'],
    ['direct debit without holder', { ...DEBIT, IncassoTnv: '' }, 'CFACT034'],
    ['direct debit without place', { ...DEBIT, IncassoPlaats: '' }, 'CFACT035'],
    ['direct debit without description', { ...DEBIT, IncassoOmschrijvingRegel1: '' }, 'CFACT036'],
  ])('refuses %s', async (_what, head, code) => {
    const harness = await startHarness();
    const answer = await add(harness, head);
    expect([answer.status, errorOf(answer), valueOf(answer, 'Factuurnummer')]).toEqual([200, code, '']);
    expect(arrived(harness)).toEqual([]);
  });

  it.each<[string, Tags, string]>([
    ['no code', { Code: '' }, 'CFACT037'],
    ['no VAT code', { BTWCode: '' }, 'CFACT038'],
    ['no description', { Omschrijving: ' ' }, 'CFACT039'],
    ['no account', { TegenrekeningCode: '' }, 'CFACT040'],
    ['a VAT code of nobody', { BTWCode: 'HOOG' }, 'CFACT042'],
    ['a VAT code for purchases', { BTWCode: 'HOOG_INK_21' }, 'CFACT042'],
    ['an unknown account', { TegenrekeningCode: '9999' }, 'CMUT012'],
    ['the account of debtors', { TegenrekeningCode: '1300' }, 'CMUT012'],
    ['an unknown cost centre', { KostenplaatsID: 7 }, 'CFACT212'],
  ])('names the line with %s', async (_what, changes, code) => {
    const harness = await startHarness();
    const answer = await add(harness, {}, [line(), line(changes)]);
    expect(errorOf(answer)).toBe(code);
    expect(valueOf(answer, 'LastErrorDescription')).toContain('regel 2');
    expect(arrived(harness)).toEqual([]);
  });

  it('takes 1 to 100 lines', async () => {
    const harness = await startHarness();
    const lines = (count: number) => Array.from({ length: count }, () => line());
    expect(errorOf(await add(harness, {}, lines(0)))).toBe('CFACT006');
    expect(errorOf(await add(harness, {}, lines(101)))).toBe('CFACT006');
    expect(errorOf(await add(harness, {}, lines(100)))).toBe('');
    expect(arrived(harness)[0]).toMatchObject({ totalExclVat: '6250', totalInclVat: '7562.5' });
  });

  it('takes any article code, also of an article that is not active or does not exist', async () => {
    const harness = await startHarness();
    harness.simulator.control.books.deactivateArticle('ARBEID');
    expect(errorOf(await add(harness, {}, [line(), line({ Code: 'BESTAAT-NIET' })]))).toBe('');
  });

  it('cannot name a relation whose code was never filled in', async () => {
    const harness = await startHarness();
    expect(harness.simulator.control.books.customer('Kringloopwinkel 100% Hergebruik').code).toBe('');
    expect(errorOf(await add(harness, { Relatiecode: '' }))).toBe('CFACT024');
  });

  it('adds up in decimals, VAT per percentage', async () => {
    const harness = await startHarness();
    await add(harness, {}, [
      line({ Aantal: '0.25', PrijsPerEenheid: '35.10' }),
      line({ Aantal: '3', PrijsPerEenheid: '0.07' }),
      line({ Aantal: '1', PrijsPerEenheid: '19.99', BTWCode: 'LAAG_VERK_9' }),
      line({ Aantal: '-1', PrijsPerEenheid: '5', BTWCode: 'GEEN' }),
      line({ Aantal: '1', PrijsPerEenheid: '10', BTWCode: 'VERL_VERK' }),
    ]);
    expect(arrived(harness)[0]).toMatchObject({ totalExclVat: '33.98', totalInclVat: '37.67' });
  });

  it('knows what low VAT was before 2019', async () => {
    const harness = await startHarness();
    const hundred = [line({ PrijsPerEenheid: 100, BTWCode: 'LAAG_VERK' })];
    await add(harness, { Datum: '2018-12-31' }, hundred);
    await add(harness, { Datum: '2019-01-01' }, hundred);
    expect(arrived(harness).map((document) => document.totalInclVat)).toEqual(['106', '109']);
  });

  it('rounds a price to two decimals, as the manual asks for', async () => {
    const two = await startHarness();
    await add(two, {}, [line({ Aantal: 100, PrijsPerEenheid: '0.04125' })]);
    expect(arrived(two)[0]).toMatchObject({ lines: [{ unitPrice: '0.04' }], totalExclVat: '4' });
    const four = await startHarness({ quirks: { priceDecimals: '4' } });
    await add(four, {}, [line({ Aantal: 100, PrijsPerEenheid: '0.04125' })]);
    expect(arrived(four)[0]).toMatchObject({ lines: [{ unitPrice: '0.0413' }], totalExclVat: '4.13' });
  });

  it('may read prices as including VAT', async () => {
    const harness = await startHarness({ quirks: { unitPrice: 'inclusive' } });
    await add(harness, {}, [line({ PrijsPerEenheid: 121 })]);
    expect(arrived(harness)[0]).toMatchObject({ totalExclVat: '100', totalInclVat: '121' });
  });

  it('takes the day in the Netherlands of a moment with a zone', async () => {
    const harness = await startHarness();
    await add(harness, { Datum: '2025-06-11T22:30:00Z' });
    expect(arrived(harness)[0]?.fields).toMatchObject({ Datum: '2025-06-12' });
  });

  it('keeps line ends and signs in the text of a line', async () => {
    const harness = await startHarness();
    const text = 'Werkbon 12345\r\nLekkage <keuken> & "bijkeuken"\nCafé Zoë €';
    await add(harness, {}, [line({ Omschrijving: text })]);
    const answer = await harness.client.call('GetFacturen', invoiceFilter({ Factuurnummer: 'F00006' }));
    expect(rowsOf(answer, 'cFactuurRegel')[0]?.Omschrijving).toBe(text);
  });

  it.each([
    ['one-line', 'Werkbon 12345 Lekkage'],
    ['cut-100', 'Werkbon 12345\n Lekkage'],
  ])('may keep the text of a line as %s', async (lineDescription, kept) => {
    const harness = await startHarness({ quirks: { lineDescription } });
    await add(harness, {}, [
      line({ Omschrijving: 'Werkbon 12345\n Lekkage' }),
      line({ Omschrijving: 'x'.repeat(101) }),
    ]);
    expect(arrived(harness)[0]?.lines.map((one) => one.description)).toEqual([
      kept,
      'x'.repeat(lineDescription === 'cut-100' ? 100 : 101),
    ]);
  });

  it.each<[Tags, Tags]>([
    [{ Factuurnummer: 'F'.repeat(51) }, {}],
    [{ InBoekhoudingPlaatsen: true, BoekhoudmutatieOmschrijving: 'x'.repeat(201) }, {}],
    [{}, { Code: 'x'.repeat(51) }],
    [{}, { Eenheid: 'x'.repeat(51) }],
  ])('breaks on a text that is too long: %#', async (head, inLine) => {
    const harness = await startHarness();
    const answer = await add(harness, head, [line(inLine)]);
    expect([answer.status, valueOf(answer, 'faultcode'), arrived(harness)]).toEqual([500, 'soap:Server', []]);
    expect(faultOf(answer)).toContain('String or binary data would be truncated.');
  });

  it('may cut texts that are too long', async () => {
    const harness = await startHarness({ quirks: { textTooLong: 'cut' } });
    expect(errorOf(await add(harness, {}, [line({ Code: 'y'.repeat(60), Omschrijving: 'z'.repeat(5000) })]))).toBe('');
    expect(arrived(harness)[0]?.lines[0]).toMatchObject({ articleCode: 'y'.repeat(50), description: 'z'.repeat(5000) });
  });

  it('may do without template and payment term', async () => {
    const harness = await startHarness({ quirks: { emptyTemplate: 'accept', paymentTerm: 'optional' } });
    expect(errorOf(await add(harness, { Factuursjabloon: '', Betalingstermijn: 0 }))).toBe('');
    expect(errorOf(await add(harness, { Factuursjabloon: 'Onbekend' }))).toBe('CFACT028');
  });

  it('knows the templates that the office has', async () => {
    const harness = await startHarness();
    harness.simulator.control.books.addTemplate('Werkbonnen 2025');
    expect(errorOf(await add(harness, { Factuursjabloon: 'Werkbonnen 2025' }))).toBe('');
    harness.simulator.control.books.removeTemplate('Werkbonnen 2025');
    expect(errorOf(await add(harness, { Factuursjabloon: 'Werkbonnen 2025' }))).toBe('CFACT028');
  });
});

describe('an invoice that is booked', () => {
  const ENTRIES = { cFilter: { MutatieNr: 0, MutatieNrVan: 0, MutatieNrTm: 0, Factuurnummer: 'F00006', DatumVan: '2025-01-01', DatumTm: '2025-12-31' } }; // prettier-ignore
  const BOOKED = { InBoekhoudingPlaatsen: true, BoekhoudmutatieOmschrijving: 'Werkbon 12345' };

  it('is an entry on the debtor account with the lowest code, to the cent', async () => {
    const harness = await startHarness();
    await add(harness, BOOKED, [
      line({ PrijsPerEenheid: '0.12', TegenrekeningCode: '8000' }),
      line({ PrijsPerEenheid: '0.12', TegenrekeningCode: '8010' }),
    ]);
    const answer = await harness.client.call('GetMutaties', ENTRIES);
    const [entry] = rowsOf(answer, 'cMutatieList');
    expect(entry).toMatchObject({
      MutatieNr: '4',
      Soort: 'FactuurVerstuurd',
      Rekening: '1300',
      RelatieCode: '000123',
      Omschrijving: 'Werkbon 12345',
      Betalingstermijn: '30',
      InExBTW: 'EX',
    });
    expect(
      rowsOf(answer, 'cMutatieListRegel').map((row) => [row.TegenrekeningCode, row.BedragInvoer, row.BedragBTW]),
    ).toEqual([
      ['8000', '0.12', '0.03'],
      ['8010', '0.12', '0.02'],
    ]);
    expect(arrived(harness)[0]).toMatchObject({ kind: 'factuur (geboekt)', totalInclVat: '0.29' });
  });

  it('is an open item, one that is not booked is none', async () => {
    const harness = await startHarness();
    await add(harness, BOOKED);
    await add(harness);
    const debtors = rowsOf(await harness.client.call('GetOpenPosten', { OpSoort: 'Debiteuren' }), 'cOpenPost');
    expect(debtors.map((row) => row.MutFactuur)).toEqual(['F00001', 'F00002', 'F00003', 'F00006']);
    expect(debtors.at(-1)).toMatchObject({
      RelBedrijf: 'Café Zoë',
      Bedrag: '75.63',
      Voldaan: '0',
      Openstaand: '75.63',
    });
    expect(rowsOf(await harness.client.call('GetOpenPosten', { OpSoort: 'Crediteuren' }), 'cOpenPost')).toEqual([]);
  });
});

describe('the office', () => {
  it('makes, rewrites and deletes invoices by hand', async () => {
    const { client, simulator } = await startHarness();
    const { books } = simulator.control;
    const { number } = books.addInvoice({ relationCode: '000123', day: '2025-06-12', lines: [['ARBEID', '2']] });
    books.rewriteFirstLine(number, 'Overgetypt');
    const found = await client.call('GetFacturen', invoiceFilter({ Factuurnummer: number }));
    expect(rowsOf(found, 'cFactuurRegel')[0]).toMatchObject({ Omschrijving: 'Overgetypt', Aantal: '2' });
    expect(simulator.control.documents()).toEqual([]);
    books.deleteInvoice(number);
    const gone = await client.call('GetFacturen', invoiceFilter({ Factuurnummer: number }));
    expect(rowsOf(gone, 'cFactuurList')).toEqual([]);
  });

  it('moves articles and renames groups', async () => {
    const { client, simulator } = await startHarness();
    const { books } = simulator.control;
    books.addGroup('900', 'Nieuwe groep');
    books.addArticle({ code: 'NIEUW', description: 'Nieuw artikel', group: 'Nieuwe groep', salesPrice: '12.5' });
    books.renameGroup('Nieuwe groep', 'Andere naam');
    books.moveArticle('DIVERS', 'Andere naam');
    books.deleteArticle('KORTING');
    const filter = { ArtikelID: 0, ArtikelOmschrijving: '', ArtikelCode: '', GroepOmschrijving: '', GroepCode: '900' };
    const rows = rowsOf(await client.call('GetArtikelen', { cFilter: filter }), 'cArtikel');
    expect(rows.map((row) => [row.ArtikelCode, row.GroepOmschrijving])).toEqual([
      ['DIVERS', 'Andere naam'],
      ['NIEUW', 'Andere naam'],
    ]);
  });
});
