import { describe, expect, it } from 'vitest';
import { manifest } from './manifest';

describe('the manifest of SnelStart', () => {
  it('declares the sixteen settings of the manual under keys that never change', () => {
    expect(manifest.settings.map((field) => field.key)).toEqual([
      'travelArticle',
      'workArticle',
      'articleGroups',
      'standardArticle',
      'orderDescription',
      'paymentReference',
      'remarks',
      'firstLineDescription',
      'exclusionWord',
      'template',
      'orderType',
      'pullOrders',
      'pullOrdersFilterWord',
      'pullOrdersLines',
      'pullOrdersDescription',
      'descriptionMarker',
    ]);
    expect(manifest.settings.some((field) => field.extra === true || field.required === true)).toBe(false);
  });

  it('lets Controleer ask SnelStart where the manual has it, and about the template', () => {
    expect(manifest.settings.filter((field) => field.check === 'live').map((field) => field.key)).toEqual([
      'travelArticle',
      'workArticle',
      'articleGroups',
      'standardArticle',
      'template',
    ]);
  });

  it('says everything in both languages', () => {
    const texts = JSON.stringify(manifest).match(/"nl":"[^"]*","en":"[^"]*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) expect(text).not.toMatch(/"(nl|en)":""/);
  });

  it('survives the bridge to the screens', () => {
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });
});
