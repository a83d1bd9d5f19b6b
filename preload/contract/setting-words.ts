/** What a value of a setting is called on screen and in the history. Pure; one source for both sides. */
import { assertNever } from '../../connectors/_kit/result';
import type { SettingField } from '../../connectors/_kit/settings';
import type { Json, LocalizedText } from '../../connectors/_kit/text';

/** Words of the catalogue (below `setting-words`), or texts that stand behind each other. */
export type SettingWords =
  { readonly kind: 'empty' | 'yes' | 'no' } | { readonly kind: 'texts'; readonly texts: readonly LocalizedText[] };

export interface SettingNames {
  /** What the package or Simon calls a value of this field; null when it is not known (any more). */
  readonly ofValue: (value: string) => LocalizedText | null;
  /** Null when there is no such employee (any more). */
  readonly ofEmployee: (id: string) => string | null;
}

/** A value that is known by no name is shown as it is. */
export function settingWords(field: SettingField, value: Json, names: SettingNames): SettingWords {
  const called = (one: string): LocalizedText => names.ofValue(one) ?? asItIs(one);
  switch (field.kind) {
    case 'yes-no':
      return { kind: value === true ? 'yes' : 'no' };
    case 'text':
      return words(textsOf(value).map(asItIs));
    case 'names':
      return words(textsOf(value).map(asItIs));
    case 'article':
    case 'remote-choice':
    case 'remote-choices':
      return words(textsOf(value).map(called));
    case 'choice':
    case 'choices':
      return words(
        textsOf(value).map((one) => field.choices.find((choice) => choice.value === one)?.label ?? asItIs(one)),
      );
    case 'per-employee':
      return words(
        entriesOf(value).map(([employee, one]) => {
          const name = names.ofEmployee(employee) ?? employee;
          const { nl, en } = called(one);
          return { nl: `${name}: ${nl}`, en: `${name}: ${en}` };
        }),
      );
    default:
      return assertNever(field);
  }
}

const asItIs = (text: string): LocalizedText => ({ nl: text, en: text });

const words = (texts: readonly LocalizedText[]): SettingWords =>
  texts.length === 0 ? { kind: 'empty' } : { kind: 'texts', texts };

/** One text or several; an empty one is none. */
function textsOf(value: Json): readonly string[] {
  const all: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return all.filter((one) => typeof one === 'string').filter((one) => one !== '');
}

function entriesOf(value: Json): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (typeof one === 'string' && one !== '' ? [[key, one]] : []));
}
