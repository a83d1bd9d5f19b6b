import type { Manifest, Problem, SettingField } from './model';

/** The setting of this package that a problem is about; undefined when it is about none. */
export const settingOfProblem = (
  { settings }: Pick<Manifest, 'settings'>,
  { code, field }: Problem,
): SettingField | undefined =>
  settings.find(({ key, filterWord }) =>
    // What the filter word holds back names no field.
    code === 'filter-word' ? filterWord === 'holds-back' : key === field,
  );
