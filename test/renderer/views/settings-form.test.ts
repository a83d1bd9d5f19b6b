import { describe, expect, test } from 'vitest';
import { manifest } from '../../../connectors/snelstart/manifest';
import { ADMINISTRATION_KEY } from '../../../preload/contract/model';
import { visibleFields } from '../../../renderer/views/package-settings/settings-draft';
import {
  allRight,
  createSettingsForm,
  isChanged,
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

describe('Controleer alles', () => {
  test('tells how far it is, and ends after the one under way when it is stopped', async () => {
    const fake = installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, defaults, false);
    const total = shownFields(manifest, form.getState()).length;
    const answer = fake.holdNext('integrations.checkSetting');
    const all = form.getState().checkAll();
    expect(form.getState().checkingAll).toEqual({ done: 0, total });
    form.getState().stopCheckingAll();
    answer();
    await all;
    expect(Object.values(form.getState().checks).map(({ kind }) => kind)).toEqual(['right']);
    expect(form.getState().checkingAll).toBeNull();
  });

  test('goes on with what was not found right yet', async () => {
    const fake = installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, defaults, false);
    const [first] = shownFields(manifest, form.getState());
    await form.getState().check(first?.key ?? '');
    await form.getState().checkAll();
    const asked = fake.calls.filter(({ name }) => name === 'integrations.checkSetting');
    expect(asked.at(-1)?.input, 'the one that was right comes last').toMatchObject({ key: first?.key });
    expect(allRight(manifest, form.getState())).toBe(true);
  });
});

describe('what is saved', () => {
  test('a value that was never saved is no change', () => {
    const form = createSettingsForm(manifest, defaults, false);
    form.getState().change('workArticle', 'ARBEID');
    expect(manifest.settings.filter((field) => isChanged(field, form.getState()))).toEqual([]);
  });

  test('an earlier version fills in what differs, unchecked', async () => {
    installFakeApp({ stage: 'linked' });
    const form = createSettingsForm(manifest, { ...defaults, workArticle: 'ARBEID' }, true);
    await form.getState().checkAll();
    expect(form.getState().fill({ workArticle: 'ARBEID' }), 'all as it is').toBe(0);
    expect(allRight(manifest, form.getState())).toBe(true);

    expect(form.getState().fill({ exclusionWord: 'Garantie', gone: 'x' })).toBe(2);
    const changed = manifest.settings.filter((field) => isChanged(field, form.getState()));
    expect(changed.map(({ key }) => key)).toEqual(['workArticle', 'exclusionWord']);
    expect(form.getState().settings, 'what the package does not know any more').not.toHaveProperty('gone');
    expect(form.getState().checks).toEqual({});

    form.getState().undo('workArticle');
    expect(form.getState().settings.workArticle).toBe('ARBEID');
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

  test('Controleer alles checks what shows once it is right, too', async () => {
    const form = open('101');
    await form.getState().checkAll();
    expect(shown(form)).toEqual(all);
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
