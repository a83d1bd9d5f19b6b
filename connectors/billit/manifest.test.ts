import { describe, expect, it } from 'vitest';
import { manifest } from './manifest';

describe('the manifest of Billit', () => {
  it('declares the twelve settings of the manual under keys that never change, behind the company', () => {
    expect(manifest.settings.map((field) => field.key)).toEqual([
      'administration',
      'travelArticle',
      'workArticle',
      'standardArticle',
      'firstLineDescription',
      'exclusionWord',
      'remarks',
      'customerReference',
      'pdfs',
      'pullOffers',
      'pullOffersFilterWord',
      'pullOffersLines',
      'pullOffersDescription',
    ]);
    expect(manifest.settings.filter((field) => field.extra === true).map((field) => field.key)).toEqual([
      'administration',
    ]);
  });

  it('lets Controleer ask Billit where the manual has it, and about the company', () => {
    expect(manifest.settings.filter((field) => field.check === 'live').map((field) => field.key)).toEqual([
      'administration',
      'travelArticle',
      'workArticle',
      'standardArticle',
    ]);
  });

  it('needs no client secret, since Billit may do without', () => {
    const optional = manifest.link.registration.filter((field) => field.optional === true);
    expect(optional.map((field) => field.key)).toEqual(['clientSecret']);
  });

  it('takes as a return address what a browser or a desktop can go to', () => {
    const pattern = new RegExp(`^(?:${manifest.link.registration.at(-1)?.pattern ?? ''})$`);
    for (const address of ['https://koppel.example/terug', 'simon-koppel://login', 'http://127.0.0.1/billit']) {
      expect(address).toMatch(pattern);
    }
    expect('koppel.example/terug').not.toMatch(pattern);
  });

  it('says everything in both languages', () => {
    const texts = JSON.stringify(manifest).match(/"nl":"[^"]*","en":"[^"]*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) expect(text).not.toMatch(/"(nl|en)":""/);
  });
});
