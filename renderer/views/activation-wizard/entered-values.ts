import type { CredentialField } from '../../../preload/contract/model';

/** What was typed in the fields of a link, by key. Absent: nothing was. Empty: what was kept must go. */
export type Entered = Readonly<Record<string, string>>;

/** With one field changed; `null` takes back what was typed in it. */
export function withEntered(entered: Entered, key: string, value: string | null): Entered {
  const others = Object.entries(entered).filter(([other]) => other !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

/**
 * What goes to main: what was typed, trimmed, and as an empty text the optional values that are kept and must go. Main
 * keeps what it has of everything that is left out.
 */
export function valuesToSend(
  fields: readonly CredentialField[],
  entered: Entered,
  filled: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ key, optional }) => {
      const value = entered[key]?.trim();
      if (value === undefined) return [];
      return value !== '' || (optional === true && filled.includes(key)) ? [[key, value]] : [];
    }),
  );
}
