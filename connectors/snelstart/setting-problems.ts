/** What Controleer says when a value is not right: what is wrong, and where in SnelStart or Simon it is mended. */
import { problem, type Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';

const invalid = (code: string, params: Problem['params'], message: LocalizedText, action: LocalizedText): Problem =>
  problem('invalid-input', `snelstart.${code}`, params, { text: { message, action } });

/** `lookAlike`: a code that differs in capitals only. */
export const articleUnknown = (article: string, lookAlike: string | undefined): Problem =>
  invalid(
    'article-unknown',
    { article },
    {
      nl: `Artikelcode ‘${article}’ is niet bekend in SnelStart.`,
      en: `Article code ‘${article}’ is not known in SnelStart.`,
    },
    lookAlike === undefined
      ? {
          nl: 'Neem de artikelcode over zoals die in SnelStart bij Artikelen staat.',
          en: 'Copy the article code as it stands in SnelStart under Artikelen.',
        }
      : { nl: `Bedoelt u ‘${lookAlike}’? Hoofdletters tellen mee.`, en: `Do you mean ‘${lookAlike}’? Capitals count.` },
  );

export const articleInactive = (article: string): Problem =>
  invalid(
    'article-inactive',
    { article },
    {
      nl: `Artikel ‘${article}’ staat in SnelStart op non-actief.`,
      en: `Article ‘${article}’ is inactive in SnelStart.`,
    },
    {
      nl: 'Zet het artikel in SnelStart bij Artikelen weer actief, of kies een ander artikel.',
      en: 'Make the article active in SnelStart under Artikelen, or choose another article.',
    },
  );

/** The article is there, but its group is not among those that come over. */
export const articleNotPulled = (article: string, group: string): Problem =>
  invalid(
    'article-not-pulled',
    { article, group },
    {
      nl: `Artikel ‘${article}’ zit in groep ‘${group}’, en die komt niet over naar Simon.`,
      en: `Article ‘${article}’ is in group ‘${group}’, which does not come over to Simon.`,
    },
    {
      nl: `Voeg ‘${group}’ toe bij ‘Artikelgroepen overhalen’, of kies een ander artikel.`,
      en: `Add ‘${group}’ to ‘Article groups to pull’, or choose another article.`,
    },
  );

/** `lookAlike`: a name that differs in capitals only. */
export const groupUnknown = (group: string, lookAlike: string | undefined): Problem =>
  invalid(
    'article-group-unknown',
    { group },
    {
      nl: `Artikelgroep ‘${group}’ is niet bekend in SnelStart.`,
      en: `Article group ‘${group}’ is not known in SnelStart.`,
    },
    lookAlike === undefined
      ? {
          nl: 'Neem de naam over zoals die in SnelStart bij de artikelomzetgroepen staat.',
          en: 'Copy the name as it stands in SnelStart under the article revenue groups.',
        }
      : {
          nl: `Bedoelt u ‘${lookAlike}’? Dit veld is hoofdlettergevoelig.`,
          en: `Do you mean ‘${lookAlike}’? Capitals count in this field.`,
        },
  );

/** `lookAlike`: a name that differs in capitals only. */
export const templateUnknown = (template: string, lookAlike: string | undefined): Problem =>
  invalid(
    'template-unknown',
    { template },
    {
      nl: `Sjabloon ‘${template}’ is niet bekend in SnelStart.`,
      en: `Template ‘${template}’ is not known in SnelStart.`,
    },
    lookAlike === undefined
      ? {
          nl: 'Kies een sjabloon uit de lijst, of laat dit veld leeg.',
          en: 'Choose a template from the list, or leave this field empty.',
        }
      : { nl: `Bedoelt u ‘${lookAlike}’? Hoofdletters tellen mee.`, en: `Do you mean ‘${lookAlike}’? Capitals count.` },
  );

export const templateInactive = (template: string): Problem =>
  invalid(
    'template-inactive',
    { template },
    {
      nl: `Sjabloon ‘${template}’ staat in SnelStart op non-actief.`,
      en: `Template ‘${template}’ is inactive in SnelStart.`,
    },
    {
      nl: 'Zet het sjabloon in SnelStart weer actief, of kies een ander sjabloon.',
      en: 'Make the template active in SnelStart, or choose another template.',
    },
  );

export const templateDouble = (template: string): Problem =>
  invalid(
    'template-double',
    { template },
    {
      nl: `SnelStart heeft meer dan één actief sjabloon met de naam ‘${template}’.`,
      en: `SnelStart has more than one active template called ‘${template}’.`,
    },
    {
      nl: 'Geef de sjablonen in SnelStart verschillende namen, of laat dit veld leeg.',
      en: 'Give the templates different names in SnelStart, or leave this field empty.',
    },
  );
