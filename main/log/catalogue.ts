import i18next from 'i18next';
import type { LocalizedText } from '../../connectors/_kit/text';
import en from '../../resources/i18n/en.json';
import nl from '../../resources/i18n/nl.json';

/** Values for the places in a text; a localized one is put in each language. */
export type TextValues = Readonly<Record<string, string | number | LocalizedText>>;

/** Sentences of the office log by the names in the catalogue; each has a message, some have an action. */
export type LogSentence = {
  [Name in keyof typeof nl.log]: (typeof nl.log)[Name] extends { readonly message: string } ? Name : never;
}[keyof typeof nl.log];

const catalogue = i18next.createInstance();

/** A text of the catalogue in both languages; null when the catalogue does not have it. */
export function textOf(key: string, values: TextValues = {}): LocalizedText | null {
  load();
  const inLanguage = (language: keyof LocalizedText): string | null => {
    // With the values: a count decides which of the plural forms must be there.
    const options = { lng: language, ...valuesIn(language, values) };
    return catalogue.exists(key, options) ? catalogue.t(key, options) : null;
  };
  const dutch = inLanguage('nl');
  const english = inLanguage('en');
  return dutch === null || english === null ? null : { nl: dutch, en: english };
}

/** A text that the catalogue surely has; a missing one is a bug. */
export function knownText(key: string, values: TextValues = {}): LocalizedText {
  const text = textOf(key, values);
  if (text === null) throw new Error(`The catalogue has no ${key}`);
  return text;
}

/** Several texts as one, each language by itself. */
export const joined = (texts: readonly LocalizedText[], separator: string): LocalizedText => ({
  nl: texts.map((text) => text.nl).join(separator),
  en: texts.map((text) => text.en).join(separator),
});

/** Both catalogues are part of the program, so that loading them is immediate; done at the first text that is asked. */
function load(): void {
  if (catalogue.isInitialized) return;
  void catalogue.init({
    resources: { nl: { translation: nl }, en: { translation: en } },
    fallbackLng: false,
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
}

function valuesIn(language: keyof LocalizedText, values: TextValues): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
  );
}
