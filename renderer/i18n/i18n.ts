import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../../resources/i18n/en.json';
import nl from '../../resources/i18n/nl.json';
import type { Language } from './language';

/** Loads both catalogues (they are small and bundled) and shows the screens in `language`. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    resources: { nl: { translation: nl }, en: { translation: en } },
    // React escapes.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language of every text on screen. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
