import type { Manifest, Problem, SettingField } from '../../../preload/contract/model';

/** The setting of this package that a problem is about; undefined when it is about none. */
export const settingOfProblem = (manifest: Manifest, { code, field }: Problem): SettingField | undefined =>
  manifest.settings.find(({ key, filterWord }) =>
    // What the filter word holds back names no field.
    code === 'filter-word' ? filterWord === 'holds-back' : key === field,
  );
