import { describe, expect, it } from 'vitest';
import { manifest } from './manifest';

describe('the manifest of Exact Online', () => {
  it('declares the nine settings of the manual under keys that never change', () => {
    expect(manifest.settings.map((field) => field.key)).toEqual([
      'administration',
      'journal',
      'travelArticle',
      'workArticle',
      'articleGroups',
      'remarks',
      'standardArticle',
      'customerReference',
      'pdfs',
    ]);
    expect(manifest.settings.filter((field) => field.required === true).map((field) => field.key)).toEqual([
      'administration',
      'journal',
    ]);
  });

  it('lets Controleer ask Exact Online where the manual has it', () => {
    expect(manifest.settings.filter((field) => field.check === 'live').map((field) => field.key)).toEqual([
      'administration',
      'journal',
      'travelArticle',
      'workArticle',
      'articleGroups',
      'standardArticle',
    ]);
  });

  it('says everything in both languages', () => {
    const texts = JSON.stringify(manifest).match(/"nl":"[^"]*","en":"[^"]*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) expect(text).not.toMatch(/"(nl|en)":""/);
  });

  it('reads articles again when other groups are chosen', () => {
    const groups = manifest.settings.find((field) => field.key === 'articleGroups');
    expect(groups).toMatchObject({ kind: 'names', restartsPull: ['articles'] });
  });
});
