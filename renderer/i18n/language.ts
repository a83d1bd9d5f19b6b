export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How numbers and dates are written in each language of the screens. */
export const LOCALE: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Anything that is not a language of the screens becomes Dutch. */
export function toLanguage(tag: string | undefined): Language {
  return LANGUAGES.find((language) => language === tag?.slice(0, 2)) ?? 'nl';
}
