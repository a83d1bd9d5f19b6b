import { describe, expect, test } from 'vitest';
import { manifest } from '../../../connectors/snelstart/manifest';
import { visibleFields } from '../../../renderer/views/activation-wizard/settings-draft';
import { allRight, createSettingsForm } from '../../../renderer/views/activation-wizard/settings-form-store';
import { installFakeApp } from '../fake/show-app';

const defaults = Object.fromEntries(manifest.settings.map((field) => [field.key, field.default]));

describe('the settings of a package', () => {
  test('a field shows only while its question is answered with yes', () => {
    const shown = (answer: boolean) =>
      visibleFields(manifest.settings, { ...defaults, pullOrders: answer }).map(({ key }) => key);
    const dependent = manifest.settings.filter(({ visibleWhen }) => visibleWhen?.key === 'pullOrders');
    expect(dependent.length).toBeGreaterThan(0);
    for (const { key } of dependent) {
      expect(shown(false)).not.toContain(key);
      expect(shown(true)).toContain(key);
    }
  });

  test('can be saved only when all on screen are checked and right', async () => {
    installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, defaults, false);
    expect(allRight(manifest, form.getState())).toBe(false);
    await form.getState().check('travelArticle');
    expect(allRight(manifest, form.getState())).toBe(false);
    await form.getState().checkAll();
    expect(allRight(manifest, form.getState())).toBe(true);
  });

  test('one wrong setting stands in the way, and says why', async () => {
    installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, defaults, false);
    form.getState().change('travelArticle', 'FOUT');
    await form.getState().checkAll();
    expect(allRight(manifest, form.getState())).toBe(false);
    expect(form.getState().checks.travelArticle).toMatchObject({ kind: 'wrong', problem: { code: 'article-unknown' } });
  });

  test('any change takes every check back', async () => {
    installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, defaults, false);
    await form.getState().checkAll();
    form.getState().change('exclusionWord', 'Garantie');
    expect(form.getState().checks).toEqual({});
    expect(allRight(manifest, form.getState())).toBe(false);
  });

  test('an answer about an earlier value is not shown for the new one', async () => {
    installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, defaults, false);
    const checking = form.getState().check('travelArticle');
    form.getState().change('travelArticle', 'FOUT');
    await checking;
    expect(form.getState().checks).toEqual({});
  });
});
