import type { Json, SettingField, Settings } from '../../../preload/contract/model';

/** The value on screen: as typed, as saved, or the default of the manifest. */
export function settingValue(field: SettingField, settings: Settings): Json {
  return settings[field.key] ?? field.default;
}

/** The fields that show, in the manifest's order. A field under a hidden one is hidden too. */
export function visibleFields(fields: readonly SettingField[], settings: Settings): readonly SettingField[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const isVisible = (field: SettingField): boolean => {
    if (!field.visibleWhen) return true;
    const governing = byKey.get(field.visibleWhen.key);
    if (!governing) throw new Error(`Setting ${field.key} depends on ${field.visibleWhen.key}, which is not declared`);
    return isVisible(governing) && field.visibleWhen.oneOf.includes(settingValue(governing, settings));
  };
  return fields.filter(isVisible);
}

/** Whether two values mean the same: the order of the employees in a value says nothing. */
export function isSameValue(one: Json, other: Json): boolean {
  return canonical(one) === canonical(other);
}

/** The fields of which the one has another value than the other. */
export const differingFields = (
  fields: readonly SettingField[],
  one: Settings,
  other: Settings,
): readonly SettingField[] =>
  fields.filter((field) => !isSameValue(settingValue(field, one), settingValue(field, other)));

const canonical = (value: Json): string =>
  JSON.stringify(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );
