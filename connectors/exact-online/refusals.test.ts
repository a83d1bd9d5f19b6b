import { describe, expect, it } from 'vitest';
import { problem } from '../_kit/problem';
import { explained, refusalIn } from './refusals';

describe('sentences of Exact Online', () => {
  it.each([
    ['Ongeldig: Factuur voor (Type)', 'no-customer'],
    ['Invalid: Invoice to (Type)', 'no-customer'],
    ['Ongeldige referentie: Journals', 'journal-refused'],
    ['Verplicht: Dagboek', 'journal-refused'],
    ['Geblokkeerd: Besteld door', 'customer-blocked'],
    ['Klant: non-actief', 'customer-inactive'],
    ['Ongeldige referentie: Besteld door', 'customer-gone'],
    ['Verplicht: Relatie', 'customer-gone'],
    ['Ongeldige referentie: Artikel', 'article-refused'],
    ['Inactive: Item', 'article-refused'],
    ['Ongeldig: Aantal', 'quantity-refused'],
    ['Ongeldige referentie: Btw-code', 'vat-code-refused'],
    ['Verplicht: Betalingsconditie', 'payment-condition-refused'],
    ['Periode is afgesloten', 'period-closed'],
    ['Te lang: Uw ref.', 'text-too-long'],
    ['Ongeldige referentie: Leveren aan\r\nOngeldige referentie: Artikel', 'customer-gone'],
  ])('%s', (sentence, code) => {
    const found = explained(sentence);
    expect(found).toMatchObject({ kind: 'rejected', code: `exact-online.${code}` });
    expect(found?.text?.action?.nl).toMatch(/Exact Online|wachtrij/);
  });

  it('that are not known have no explanation', () => {
    expect(explained('Verwerking mislukt wegens maansverduistering')).toBeNull();
  });
});

describe('an answer with status 500', () => {
  const answered = (text: string | null, status = 500) =>
    problem('outcome-unknown', 'outcome-unknown', {}, { vendor: { status, code: null, text } });

  it.each([
    ['An error occurred while processing this request.', 500],
    ['Object reference not set to an instance of an object.', 500],
    ['Transaction was deadlocked. Rerun the transaction.', 500],
    [null, 500],
    ['Ongeldige referentie: Artikel', 503],
  ])('%s (%d) says nothing about the document', (text, status) => {
    expect(refusalIn(answered(text, status))).toBeNull();
  });

  it('that names what is wrong with the document is a refusal', () => {
    expect(refusalIn(answered('Ongeldige referentie: Artikel'))).toMatchObject({ kind: 'rejected' });
    expect(refusalIn(answered('De vervaldatum is onmogelijk.'))).toMatchObject({
      kind: 'rejected',
      code: 'rejected',
      params: { text: 'De vervaldatum is onmogelijk.' },
    });
  });
});
