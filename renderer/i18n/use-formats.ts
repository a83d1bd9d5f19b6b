import { useTranslation } from 'react-i18next';
import { formatsFor, type Formats } from './format';
import { toLanguage, type Language } from './language';

/** The language of the screens; the component renders again when it changes. */
export function useLanguage(): Language {
  return toLanguage(useTranslation().i18n.language);
}

/** Numbers, amounts and dates in the language of the screens. */
export function useFormats(): Formats {
  return formatsFor(useLanguage());
}
