import { describe, expect, test } from 'vitest';
import { manifest } from '../../../connectors/snelstart/manifest';
import { ADMINISTRATION_KEY } from '../../../preload/contract/model';
import { visibleFields } from '../../../renderer/views/package-settings/settings-draft';
import {
  allRight,
  createSettingsForm,
  shownFields,
} from '../../../renderer/views/package-settings/settings-form-store';
import { loginPackage } from '../fake/login-package';
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

describe('an administration that has to be chosen', () => {
  const all = loginPackage.settings.map(({ key }) => key);
  const open = (administration: string, wereSaved = false) => {
    installFakeApp({ stage: 'linked', link: 'login' });
    const settings = Object.fromEntries(loginPackage.settings.map((field) => [field.key, field.default]));
    return createSettingsForm(loginPackage, { ...settings, [ADMINISTRATION_KEY]: administration }, wereSaved);
  };
  const shown = (form: ReturnType<typeof open>) => shownFields(loginPackage, form.getState()).map(({ key }) => key);

  test('stands alone until it is right; then the others show, and all must be checked', async () => {
    const form = open('');
    expect(shown(form)).toEqual([ADMINISTRATION_KEY]);
    await form.getState().checkAll();
    expect(shown(form), 'nothing was chosen').toEqual([ADMINISTRATION_KEY]);
    form.getState().change(ADMINISTRATION_KEY, '101');
    expect(shown(form), 'chosen, but not checked').toEqual([ADMINISTRATION_KEY]);
    await form.getState().check(ADMINISTRATION_KEY);
    expect(shown(form)).toEqual(all);
    expect(allRight(loginPackage, form.getState())).toBe(false);
    await form.getState().checkAll();
    expect(allRight(loginPackage, form.getState())).toBe(true);
  });

  test('changing it hides the others and takes every check back; changing another one does not hide them', async () => {
    const form = open('101');
    await form.getState().check(ADMINISTRATION_KEY);
    form.getState().change('workArticle', 'ARBEID');
    expect(form.getState().checks).toEqual({});
    expect(shown(form)).toEqual(all);
    form.getState().change(ADMINISTRATION_KEY, '102');
    expect(shown(form)).toEqual([ADMINISTRATION_KEY]);
    expect(form.getState().settings.workArticle, 'what was filled in is not lost').toBe('ARBEID');
  });

  test('that was saved before is right from the start, until Controleer says otherwise', async () => {
    const form = open('101', true);
    expect(shown(form)).toEqual(all);
    form.getState().change(ADMINISTRATION_KEY, '');
    await form.getState().check(ADMINISTRATION_KEY);
    expect(shown(form)).toEqual([ADMINISTRATION_KEY]);
  });
});
