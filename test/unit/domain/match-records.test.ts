import { describe, expect, it } from 'vitest';
import {
  articleFeatures,
  customerFeatures,
  matchRecords,
  nameKey,
  placeKey,
  type CustomerFacts,
} from '../../../main/domain/match-records';

const nobody: CustomerFacts = {
  number: '',
  name: '',
  vatNumber: '',
  chamberOfCommerceNumber: '',
  street: '',
  postcode: '',
};
const here = (id: number, facts: Partial<CustomerFacts>) => ({
  id,
  features: customerFeatures({ ...nobody, ...facts }),
});
const there = (id: string, facts: Partial<CustomerFacts>) => ({
  id,
  features: customerFeatures({ ...nobody, ...facts }),
});
const verdict = (row: Partial<CustomerFacts>, ...records: Partial<CustomerFacts>[]) =>
  matchRecords(
    [here(1, row)],
    records.map((record, place) => there(`r${place}`, record)),
  )[0];

describe('a customer in another package', () => {
  it('is surely the same with the same name and number, VAT number or chamber of commerce number', () => {
    const bos = { name: 'Bakkerij Bos B.V.', number: '1001' };
    expect(verdict(bos, { name: 'BAKKERIJ BOS BV', number: '1001' })?.certainty).toBe('sure');
    expect(
      verdict({ ...bos, vatNumber: 'NL8123.45.678.B01' }, { name: 'Bos Bakkerij', vatNumber: 'nl812345678b01' }),
    ).toEqual({ rowId: 1, certainty: 'sure', candidates: [{ externalId: 'r0', reasons: ['name', 'vatNumber'] }] });
    expect(
      verdict(
        { ...bos, chamberOfCommerceNumber: '12 34 56 78' },
        { name: 'Bos, Bakkerij', chamberOfCommerceNumber: '12345678' },
      )?.certainty,
    ).toBe('sure');
  });

  it('is doubtful when only the name, the address or the VAT number is the same', () => {
    const row = { name: 'P. Jansen', postcode: '1234 AB', street: 'Dorpsstraat 12a', vatNumber: 'NL1B01' };
    expect(verdict(row, { name: 'Jansen, P.', number: '9' })).toMatchObject({ certainty: 'doubtful' });
    expect(verdict(row, { name: 'Fam. Pietersen', postcode: '1234ab', street: 'Dorpsstr. 12' })).toMatchObject({
      certainty: 'doubtful',
      candidates: [{ reasons: ['address'] }],
    });
    expect(verdict(row, { name: 'Jansen Holding', vatNumber: 'NL1B01' })).toMatchObject({ certainty: 'doubtful' });
  });

  it('is not the same for a number alone, because every package begins to count somewhere', () => {
    expect(verdict({ name: 'Bos', number: '1001' }, { name: 'Elektro Peeters', number: '1001' })).toEqual({
      rowId: 1,
      certainty: 'none',
      candidates: [],
    });
  });

  it('is doubtful when two rows here would be the same one, or one row two', () => {
    const twice = matchRecords(
      [here(1, { name: 'Bos', number: '7' }), here(2, { name: 'Bos', number: '7' })],
      [there('r', { name: 'Bos', number: '7' })],
    );
    expect(twice.map(({ certainty }) => certainty)).toEqual(['doubtful', 'doubtful']);
    expect(
      verdict({ name: 'Bos', number: '7' }, { name: 'Bos', number: '7' }, { name: 'Bos', number: '7' }),
    ).toMatchObject({
      certainty: 'doubtful',
      candidates: [{ externalId: 'r0' }, { externalId: 'r1' }],
    });
  });

  it('shows the most alike first', () => {
    const found = verdict(
      { name: 'Bos', postcode: '1234AB', street: 'Kade 1' },
      { name: 'Bos' },
      { name: 'Bos', postcode: '1234AB', street: 'Kade 1' },
    );
    expect(found?.candidates.map(({ externalId }) => externalId)).toEqual(['r1', 'r0']);
  });
});

describe('an article in another package', () => {
  const article = (code: string, description: string) => articleFeatures({ code, description });
  const of = (code: string, description: string) =>
    matchRecords(
      [{ id: 1, features: article('CV-01', 'Onderhoud cv-ketel') }],
      [{ id: 'r', features: article(code, description) }],
    )[0];

  it('is surely the same with the same code and description, and doubtful with one of them', () => {
    expect(of('cv-01', 'Onderhoud CV ketel')?.certainty).toBe('sure');
    expect(of('CV-01', 'Thermostaat')?.certainty).toBe('doubtful');
    expect(of('900', 'Onderhoud cv-ketel')?.certainty).toBe('doubtful');
    expect(of('900', 'Thermostaat')?.certainty).toBe('none');
  });
});

describe('what a name and a place are compared by', () => {
  it('leaves out accents, punctuation, order and legal form', () => {
    expect(nameKey('Café Zoë, B.V.')).toBe(nameKey('CAFE ZOE bv'));
    expect(placeKey('1234 AB', 'Kade 12-3')).not.toBe('');
    expect(placeKey('', 'Kade 12')).toBe('');
  });
});
