import { describe, expect, it } from 'vitest';
import * as fields from '../../../connectors/_kit/common-fields';
import { settingValues } from '../../../connectors/_kit/setting-values';

const WORDS = { packageName: 'Pakket', document: { nl: 'de factuur', en: 'the invoice' } };
const ALL = [
  fields.workArticle(WORDS),
  fields.firstLineDescription(WORDS),
  fields.articleGroupNames(WORDS),
  ...fields.pullOrders('pullOffers', {
    packageName: 'Pakket',
    documents: { nl: 'offertes', en: 'quotes' },
    descriptionFrom: [{ value: 'firstLine', label: { nl: 'Eerste regel', en: 'First line' } }],
  }),
];

describe('settingValues', () => {
  it('gives saved values, trimmed', () => {
    const values = settingValues(ALL, {
      workArticle: ' UREN ',
      firstLineDescription: true,
      articleGroups: ['Diensten'],
    });
    expect(values.text('workArticle')).toBe('UREN');
    expect(values.yesNo('firstLineDescription')).toBe(true);
    expect(values.names('articleGroups')).toEqual(['Diensten']);
  });

  it("gives the field's default for what is absent or of another shape", () => {
    const values = settingValues(ALL, { workArticle: 7, articleGroups: 'Diensten' });
    expect(values.text('workArticle')).toBe('');
    expect(values.yesNo('firstLineDescription')).toBe(false);
    expect(values.names('articleGroups')).toEqual([]);
    expect(values.text('pullOffersDescription')).toBe('firstLine');
  });

  it('throws for a key nobody declared', () => {
    expect(() => settingValues(ALL, {}).text('warehouse')).toThrow('warehouse');
  });
});

describe('pullOrders', () => {
  it('shows what depends on pulling only when something is pulled, and reads all orders again after a change', () => {
    const group = ALL.filter((field) => field.key.startsWith('pullOffers'));
    expect(group.map((field) => field.key)).toEqual([
      'pullOffers',
      'pullOffersFilterWord',
      'pullOffersLines',
      'pullOffersDescription',
    ]);
    for (const field of group) expect(field.restartsPull).toEqual(['orders']);
    for (const field of group.slice(1)) expect(field.visibleWhen).toEqual({ key: 'pullOffers', oneOf: [true] });
  });
});
