/** What Controleer says when a value is not right: what is wrong, and where in Billit or Simon it is mended. */
import type { Problem } from '../_kit/problem';
import { articleCodeUnknown, invalidSetting } from '../_kit/setting-problems';

const invalid = invalidSetting('billit');

/** `names`: the companies that the login reaches. */
export const companyNotChosen = (names: readonly string[]): Problem =>
  invalid(
    'company-not-chosen',
    { companies: names.join(', ') },
    {
      nl: `U hebt in Billit meer dan één bedrijf: ${names.join(', ')}.`,
      en: `You have more than one company in Billit: ${names.join(', ')}.`,
    },
    { nl: 'Kies het bedrijf waarvoor Simon facturen maakt.', en: 'Choose the company that Simon makes invoices for.' },
  );

export const articleUnknown = articleCodeUnknown({
  invalid,
  packageName: 'Billit',
  copyFrom: {
    nl: 'Neem de referentie over zoals die in Billit bij Producten staat.',
    en: 'Copy the reference as it stands in Billit under Producten.',
  },
});
