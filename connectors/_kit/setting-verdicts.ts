/** What Controleer answers, in the words that are the same for every package. */
import type { SettingCheck } from './connector';
import type { Problem } from './problem';
import { ok, type Result } from './result';
import type { LocalizedText } from './text';

/** The value is right; `detail` tells what was found. */
export const right = (detail: LocalizedText): Result<SettingCheck> => ok({ ok: true, verified: true, detail });

/** The value is not right; the package itself could be asked. */
export const wrong = (found: Problem): Result<SettingCheck> => ok({ ok: false, problem: found });

/** A name or description of the package, which has no language of ours. */
export const inBoth = (text: string): LocalizedText => ({ nl: text, en: text });

/** No article: that kind of line is left out. */
export const notBooked = right({ nl: 'Niet ingevuld: wordt niet geboekt.', en: 'Empty: not booked.' });

/** No article groups named. */
export const allGroups = right({ nl: 'Alle groepen worden opgehaald.', en: 'All groups are fetched.' });

/** Everything that was named is there. */
export function foundAll(names: readonly string[]): Result<SettingCheck> {
  const list = names.join(', ');
  // The name of a company may end with a full stop itself.
  const found = list.endsWith('.') ? list : `${list}.`;
  return right({ nl: `Gevonden: ${found}`, en: `Found: ${found}` });
}

/** The name that differs from the asked one in capitals only. */
export const lookAlikeOf = (asked: string, names: readonly string[]): string | undefined =>
  names.find((name) => name.toLowerCase() === asked.toLowerCase());
