import { describe, expect, it } from 'vitest';
import { manifest } from './manifest';

describe('the manifest of e-Boekhouden', () => {
  it('declares the six settings of the manual under keys that never change, and the payment term as an extra', () => {
    expect(manifest.settings.map((field) => field.key)).toEqual([
      'travelArticle',
      'workArticle',
      'articleGroups',
      'standardArticle',
      'exclusionWord',
      'template',
      'paymentTermDays',
    ]);
    expect(manifest.settings.filter((field) => field.extra === true).map((field) => field.key)).toEqual([
      'paymentTermDays',
    ]);
    expect(manifest.settings.filter((field) => field.required === true).map((field) => field.key)).toEqual([
      'template',
    ]);
  });

  it('pulls once a day by itself, and not more often', () => {
    expect(manifest.capabilities.pullIntervalMinutes).toEqual({ default: 1440, minimum: 1440 });
  });

  it('keeps both security codes secret', () => {
    expect(manifest.link.credentials.map(({ key, secret }) => [key, secret])).toEqual([
      ['username', false],
      ['securityCode1', true],
      ['securityCode2', true],
    ]);
  });
});
