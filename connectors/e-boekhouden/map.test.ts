import { describe, expect, it } from 'vitest';
import { countryCode } from './country-code';
import { articleExtraOf, groupOf, isSelected, toArticle, toCustomer } from './map';
import { articleSchema, relationSchema } from './schemas';

const relation = (changes: Record<string, string> = {}) =>
  toCustomer(
    relationSchema.parse({
      ID: '1001',
      Code: '10001',
      Bedrijf: 'Jansen & Zn.',
      Contactpersoon: 'P. Jansen',
      Adres: 'Dorpsstraat 1',
      Postcode: '1234 AB',
      Plaats: 'Ons Dorp',
      Land: 'Nederland',
      Adres2: '',
      Postcode2: '',
      Plaats2: '',
      Land2: '',
      ...changes,
    }),
  );
const recordOf = (changes?: Record<string, string>) => {
  const pulled = relation(changes);
  if (pulled.kind !== 'present') throw new Error('A relation is always a customer');
  return pulled.record;
};

describe('a relation', () => {
  it('has its establishment address as address and first work address, with the contact at it', () => {
    const { address, workAddresses } = recordOf();
    expect(address).toEqual({
      name: 'P. Jansen',
      street: 'Dorpsstraat 1',
      postcode: '1234 AB',
      city: 'Ons Dorp',
      country: 'NL',
    });
    expect(workAddresses).toEqual([{ kind: 'main', key: '', ...address }]);
  });

  it('has its postal address as second work address', () => {
    const { workAddresses } = recordOf({ Adres2: 'Postbus 12', Postcode2: '1200 AA', Plaats2: 'Ons Dorp' });
    expect(workAddresses.map(({ kind, street, name }) => [kind, street, name])).toEqual([
      ['main', 'Dorpsstraat 1', 'P. Jansen'],
      ['postal', 'Postbus 12', ''],
    ]);
  });

  it('has one work address when both are the same place, and none when there is no address', () => {
    const same = { Adres2: 'dorpsstraat 1', Postcode2: '1234AB', Plaats2: 'ONS DORP' };
    expect(recordOf(same).workAddresses.map(({ kind }) => kind)).toEqual(['main']);
    expect(recordOf({ Adres: '', Postcode: '', Plaats: '' }).workAddresses).toEqual([]);
  });

  it('has only a postal work address when that is the only one that is filled', () => {
    const { workAddresses } = recordOf({ Adres: '', Postcode: '', Plaats: '', Plaats2: 'Ons Dorp' });
    expect(workAddresses.map(({ kind }) => kind)).toEqual(['postal']);
  });

  it('without company is called after its contact', () => {
    const { name, address } = recordOf({ Bedrijf: '' });
    expect([name, address.name]).toEqual(['P. Jansen', '']);
  });

  it('has its mobile number when there is no other', () => {
    expect(recordOf({ Telefoon: '', GSM: '06-12345678' }).phone).toBe('06-12345678');
    expect(recordOf({ Telefoon: '033-1234567', GSM: '06-12345678' }).phone).toBe('033-1234567');
  });
});

describe('the country', () => {
  it.each([
    ['Nederland', 'NL'],
    ['nl', 'NL'],
    ['The Netherlands', 'NL'],
    ['Holland', 'NL'],
    ['België', 'BE'],
    ['Belgie', 'BE'],
    ['Belgique', 'BE'],
    ['Duitsland', 'DE'],
    [' GERMANY ', 'DE'],
    ['Frankrijk', 'FR'],
    ['', ''],
    ['-', ''],
    ['Ergens', ''],
  ])('%j is %j', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});

describe('an article', () => {
  const article = (changes: Record<string, string> = {}) =>
    articleSchema.parse({
      ArtikelID: '2001',
      ArtikelCode: '007',
      ArtikelOmschrijving: 'Kit',
      GroepCode: '010',
      GroepOmschrijving: 'Sanitair',
      VerkoopprijsExclBTW: '8.6800',
      BTWCode: 'HOOG_VERK_21',
      TegenrekeningCode: '8000',
      BtwPercentage: '21.00',
      KostenplaatsID: '0',
      Actief: 'true',
      ...changes,
    });

  it.each([
    ['8.6800', '8.68'],
    ['-25', '-25'],
    ['+3.5', '3.5'],
    ['1.5E-03', '0.0015'],
    ['', null],
  ])('has the price %j as %j', (VerkoopprijsExclBTW, unitPrice) => {
    expect(toArticle(article({ VerkoopprijsExclBTW }), [])).toMatchObject({ record: { unitPrice, vatRate: '21' } });
  });

  it.each(['twaalf', '1,50', 'NaN', '1E30'])('with the price %j cannot be read', (VerkoopprijsExclBTW) => {
    expect(() => article({ VerkoopprijsExclBTW })).toThrow();
  });

  it.each([
    ['true', 'present'],
    ['1', 'present'],
    ['', 'present'],
    ['false', 'gone'],
    ['0', 'gone'],
  ])('that is active %j is %s', (Actief, kind) => {
    expect(toArticle(article({ Actief }), []).kind).toBe(kind);
  });

  it('remembers what a line of an invoice needs', () => {
    const pulled = toArticle(article({ KostenplaatsID: '' }), []);
    if (pulled.kind !== 'present') throw new Error('It is gone');
    const extra = JSON.parse(JSON.stringify(pulled.record.extra)) as typeof pulled.record.extra;
    expect(articleExtraOf(extra)).toEqual({ vatCode: 'HOOG_VERK_21', ledgerCode: '8000', costCentreId: '0' });
  });

  it('is in the group of its code, which may have no name; without a code in none', () => {
    expect(groupOf(article())).toEqual({ externalId: '010', code: '010', name: 'Sanitair' });
    expect(groupOf(article({ GroepOmschrijving: '' }))?.name).toBe('010');
    expect(groupOf(article({ GroepCode: '' }))).toBeNull();
  });

  it('comes when its group is chosen, by exact code', () => {
    expect(isSelected('010', [])).toBe(true);
    expect(isSelected('010', ['010'])).toBe(true);
    expect(isSelected('10', ['010'])).toBe(false);
    expect(isSelected('', ['010'])).toBe(false);
  });
});
