import { describe, expect, it } from 'vitest';
import { manifest } from './manifest';

describe('the manifest of Visma.net', () => {
  it('declares the seventeen settings of the manual under keys that never change', () => {
    expect(manifest.settings.map((field) => field.key)).toEqual([
      'administration',
      'travelArticle',
      'workArticle',
      'standardArticle',
      'exclusionWord',
      'remarks',
      'customerReference',
      'pdfs',
      'pullOrders',
      'pullOrdersFilterWord',
      'pullOrdersLines',
      'pullQuotes',
      'pullQuotesFilterWord',
      'pullQuotesLines',
      'document',
      'warehousePerEmployee',
      'warehouse',
    ]);
    expect(manifest.settings.some((field) => field.extra === true)).toBe(false);
  });

  it('asks for an administration, what is made, and a default warehouse for sales orders only', () => {
    expect(manifest.settings.filter((field) => field.required === true).map((field) => field.key)).toEqual([
      'administration',
      'document',
      'warehouse',
    ]);
    for (const key of ['warehouse', 'warehousePerEmployee']) {
      const field = manifest.settings.find((one) => one.key === key);
      expect(field?.visibleWhen).toEqual({ key: 'document', oneOf: ['salesOrder'] });
    }
  });

  it('lets Controleer ask Visma.net wherever there is something to ask', () => {
    expect(manifest.settings.filter((field) => field.check === 'live').map((field) => field.key)).toEqual([
      'administration',
      'travelArticle',
      'workArticle',
      'standardArticle',
      'pullOrders',
      'pullQuotes',
      'document',
      'warehousePerEmployee',
      'warehouse',
    ]);
  });

  it('keeps what only sales orders need out of the way of others', () => {
    const optional = manifest.link.registration.filter((field) => field.optional === true).map((field) => field.key);
    expect(optional).toEqual(['clientSecret', 'serviceClientId', 'serviceClientSecret', 'tenantId', 'extraScopes']);
  });
});
