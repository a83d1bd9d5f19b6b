/** What Controleer says when a value is not right: what is wrong, and where in Billit or Simon it is mended. */
import { problem, type Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';

const invalid = (code: string, params: Problem['params'], message: LocalizedText, action: LocalizedText): Problem =>
  problem('invalid-input', `billit.${code}`, params, { text: { message, action } });

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

/** `lookAlike`: a reference that differs in capitals only. */
export const articleUnknown = (article: string, lookAlike: string | undefined): Problem =>
  invalid(
    'article-unknown',
    { article },
    {
      nl: `Artikelcode ‘${article}’ is niet bekend in Billit.`,
      en: `Article code ‘${article}’ is not known in Billit.`,
    },
    lookAlike === undefined
      ? {
          nl: 'Neem de referentie over zoals die in Billit bij Producten staat.',
          en: 'Copy the reference as it stands in Billit under Producten.',
        }
      : { nl: `Bedoelt u ‘${lookAlike}’? Hoofdletters tellen mee.`, en: `Do you mean ‘${lookAlike}’? Capitals count.` },
  );
