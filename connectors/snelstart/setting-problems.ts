/** What Controleer says when a value is not right: what is wrong, and where in SnelStart or Simon it is mended. */
import type { Problem } from '../_kit/problem';
import { articleCodeUnknown, groupNameUnknown, invalidSetting, meantOr } from '../_kit/setting-problems';

const invalid = invalidSetting('snelstart');

export const articleUnknown = articleCodeUnknown({
  invalid,
  packageName: 'SnelStart',
  copyFrom: {
    nl: 'Neem de artikelcode over zoals die in SnelStart bij Artikelen staat.',
    en: 'Copy the article code as it stands in SnelStart under Artikelen.',
  },
});

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
      nl: `Artikel ‘${article}’ zit in groep ‘${group}’, en die groep wordt niet opgehaald.`,
      en: `Article ‘${article}’ is in group ‘${group}’, and that group is not fetched.`,
    },
    {
      nl: `Voeg ‘${group}’ toe bij ‘Artikelgroepen overhalen’, of kies een ander artikel.`,
      en: `Add ‘${group}’ to ‘Article groups to pull’, or choose another article.`,
    },
  );

export const groupUnknown = groupNameUnknown({
  invalid,
  packageName: 'SnelStart',
  copyFrom: {
    nl: 'Neem de naam over zoals die in SnelStart bij de artikelomzetgroepen staat.',
    en: 'Copy the name as it stands in SnelStart under the article revenue groups.',
  },
});

/** `lookAlike`: a name that differs in capitals only. */
export const templateUnknown = (template: string, lookAlike: string | undefined): Problem =>
  invalid(
    'template-unknown',
    { template },
    {
      nl: `Sjabloon ‘${template}’ is niet bekend in SnelStart.`,
      en: `Template ‘${template}’ is not known in SnelStart.`,
    },
    meantOr(lookAlike, {
      nl: 'Kies een sjabloon uit de lijst, of laat dit veld leeg.',
      en: 'Choose a template from the list, or leave this field empty.',
    }),
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
