/** What can be said about setting values without asking the package. Pure. */
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever } from '../../connectors/_kit/result';
import type { Resource } from '../../connectors/_kit/model';
import type { Choice, SettingField, Settings } from '../../connectors/_kit/settings';
import type { Json } from '../../connectors/_kit/text';

/** The value of every declared setting; the field's default for what is absent. Undeclared keys are left out. */
export function withDefaults(fields: readonly SettingField[], settings: Settings): Settings {
  return Object.fromEntries(fields.map((field): [string, Json] => [field.key, settings[field.key] ?? field.default]));
}

/**
 * Values as they are kept: texts and names trimmed, empty and repeated names dropped. A field that does not show and
 * whose value has a wrong shape falls back to its default, because nobody can mend what nobody sees.
 */
export function tidy(fields: readonly SettingField[], settings: Settings): Settings {
  const complete = Object.fromEntries(
    Object.entries(withDefaults(fields, settings)).map(([key, value]): [string, Json] => [key, trimmed(value)]),
  );
  return Object.fromEntries(
    fields.map((field): [string, Json] => {
      const value = complete[field.key] ?? field.default;
      const keep = isVisible(fields, complete, field) || localProblem({ ...field, required: false }, value) === null;
      return [field.key, keep ? value : field.default];
    }),
  );
}

/** Whether a field shows under these (complete) values: the field that decides about it must itself show, too. */
export function isVisible(fields: readonly SettingField[], settings: Settings, field: SettingField): boolean {
  const when = field.visibleWhen;
  if (when === undefined) return true;
  const decider = fields.find((one) => one.key === when.key);
  if (decider === undefined) throw new Error(`Setting ${field.key} depends on ${when.key}, which is not declared`);
  const value = settings[when.key] ?? null;
  return when.oneOf.some((one) => isSame(one, value)) && isVisible(fields, settings, decider);
}

/** Empty text, no names, nothing chosen: for most settings an allowed answer ("not booked", "all"). */
export function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Why a value can never be right, or null. `invalid-input` with the setting's key as `field`. */
export function localProblem(field: SettingField, value: Json): Problem | null {
  const refuse = (code: string, params: Problem['params'] = {}): Problem =>
    problem('invalid-input', code, params, { field: field.key });
  if (!hasShape(field, value)) return refuse('setting-wrong-kind');
  if (isEmpty(value)) return field.required === true ? refuse('setting-required') : null;
  if (field.kind === 'text') {
    const length = typeof value === 'string' ? Array.from(value).length : 0;
    if (length > field.maxLength) return refuse('setting-too-long', { length, allowed: field.maxLength });
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    const unknown = unknownChoice(field.choices, value);
    if (unknown !== null) return refuse('setting-choice-unknown', { value: unknown });
  }
  return null;
}

/** Tables that must be read again from the start when `before` becomes `after` (both complete). */
export function tablesToRestart(fields: readonly SettingField[], before: Settings, after: Settings): Resource[] {
  const changed = changedFields(fields, before, after);
  return [...new Set(changed.flatMap((field) => field.restartsPull ?? []))];
}

export function changedFields(fields: readonly SettingField[], before: Settings, after: Settings): SettingField[] {
  return fields.filter((field) => !isSame(before[field.key] ?? null, after[field.key] ?? null));
}

function trimmed(value: Json): Json {
  if (typeof value === 'string') return value.trim();
  if (isList(value) && value.every((one) => typeof one === 'string')) {
    return [...new Set(value.map((one) => one.trim()).filter((one) => one !== ''))];
  }
  if (isRecord(value)) {
    // An employee without a value gets what holds for all.
    const entries = Object.entries(value).map(([key, one]) => [key, trimmed(one)] as const);
    return Object.fromEntries(entries.filter(([, one]) => one !== ''));
  }
  return value;
}

function hasShape(field: SettingField, value: Json): boolean {
  switch (field.kind) {
    case 'article':
    case 'text':
    case 'choice':
    case 'remote-choice':
      return typeof value === 'string';
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choices':
    case 'names':
    case 'remote-choices':
      return isList(value) && value.every((one) => typeof one === 'string');
    case 'per-employee':
      return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
    default:
      return assertNever(field);
  }
}

function unknownChoice(choices: readonly Choice[], value: Json): string | null {
  const chosen = isList(value) ? value : [value];
  const unknown = chosen.find((one) => !choices.some((choice) => choice.value === one));
  if (unknown === undefined) return null;
  return typeof unknown === 'string' ? unknown : JSON.stringify(unknown);
}

const isSame = (one: Json, other: Json): boolean => canonical(one) === canonical(other);

// The order of the keys of a per-employee value says nothing.
const canonical = (value: Json): string =>
  JSON.stringify(isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);

// Array.isArray does not narrow readonly arrays.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !isList(value);
