import type { SettingField, Settings } from './settings';
import type { Json } from './text';

/** Reads settings by the manifest that declares them: an absent or wrongly shaped value counts as the field's default. */
export interface SettingValues {
  readonly text: (key: string) => string;
  readonly yesNo: (key: string) => boolean;
  readonly names: (key: string) => readonly string[];
  /** Values by employee id; of a `per-employee` setting. */
  readonly perEmployee: (key: string) => Readonly<Record<string, string>>;
}

/** Throws for a key that `fields` does not declare: that is a bug. */
export function settingValues(fields: readonly SettingField[], settings: Settings): SettingValues {
  const read = <T extends Json>(key: string, is: (value: Json) => value is T): T => {
    const field = fields.find((one) => one.key === key);
    if (field === undefined) throw new Error(`No setting is called ${key}`);
    const value = settings[key];
    if (value !== undefined && is(value)) return value;
    const standard: Json = field.default;
    if (!is(standard)) throw new Error(`Setting ${key} is of another kind: ${field.kind}`);
    return standard;
  };
  return {
    text: (key) => read(key, isText).trim(),
    yesNo: (key) => read(key, isYesNo),
    names: (key) => read(key, isNames),
    perEmployee: (key) => read(key, isPerEmployee),
  };
}

const isText = (value: Json): value is string => typeof value === 'string';
const isYesNo = (value: Json): value is boolean => typeof value === 'boolean';
const isPerEmployee = (value: Json): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
const isNames = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
