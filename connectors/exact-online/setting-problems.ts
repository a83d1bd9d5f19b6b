/** What Controleer says when a value is not right: what is wrong, and where in Exact Online or Simon it is mended. */
import type { Problem } from '../_kit/problem';
import { articleCodeUnknown, groupNameUnknown, invalidSetting } from '../_kit/setting-problems';
import type { LocalizedText } from '../_kit/text';

const invalid = invalidSetting('exact-online');

/** A required setting that is empty. */
export const notFilledIn = (what: LocalizedText): Problem =>
  invalid(
    'not-filled-in',
    {},
    { nl: `Kies ${what.nl}.`, en: `Choose ${what.en}.` },
    { nl: 'Dit veld is verplicht.', en: 'This field is required.' },
  );

export const articleUnknown = articleCodeUnknown({
  invalid,
  packageName: 'Exact Online',
  copyFrom: {
    nl: 'Neem de artikelcode over zoals die in Exact Online bij Artikelen staat.',
    en: 'Copy the article code as it stands in Exact Online under Artikelen.',
  },
});

/** Past its end date, not begun yet, or not for sale. */
export const articleInactive = (article: string): Problem =>
  invalid(
    'article-inactive',
    { article },
    {
      nl: `Artikel ‘${article}’ is in Exact Online geen actief verkoopartikel.`,
      en: `Article ‘${article}’ is no active sales item in Exact Online.`,
    },
    {
      nl: 'Kijk in Exact Online bij het artikel naar begin- en einddatum en ‘Verkoop’, of kies een ander artikel.',
      en: 'Look at start date, end date and ‘Verkoop’ of the article in Exact Online, or choose another article.',
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
  packageName: 'Exact Online',
  copyFrom: {
    nl: 'Neem de naam over zoals die in Exact Online bij Artikelgroepen staat.',
    en: 'Copy the name as it stands in Exact Online under Artikelgroepen.',
  },
});

export const journalUnknown = (journal: string): Problem =>
  invalid(
    'journal-unknown',
    { journal },
    {
      nl: `Dagboek ‘${journal}’ is niet bekend in Exact Online.`,
      en: `Journal ‘${journal}’ is not known in Exact Online.`,
    },
    {
      nl: 'Kies een verkoopboek uit de lijst. U ziet het nummer op een conceptfactuur als ‘Dagboek’ bij het sleuteltje aanstaat.',
      en: 'Choose a sales journal from the list. A draft invoice shows its number when ‘Dagboek’ is switched on under the spanner.',
    },
  );

export const journalNotForSales = (journal: string, name: string): Problem =>
  invalid(
    'journal-not-for-sales',
    { journal },
    {
      nl: `Dagboek ‘${journal} ${name}’ is geen verkoopboek.`,
      en: `Journal ‘${journal} ${name}’ is not a sales journal.`,
    },
    {
      nl: 'Kies een verkoopboek uit de lijst. Weet u niet welk, vraag het dan aan uw boekhouder.',
      en: 'Choose a sales journal from the list. If you do not know which, ask your bookkeeper.',
    },
  );

export const journalBlocked = (journal: string, name: string): Problem =>
  invalid(
    'journal-blocked',
    { journal },
    {
      nl: `Dagboek ‘${journal} ${name}’ is in Exact Online geblokkeerd.`,
      en: `Journal ‘${journal} ${name}’ is blocked in Exact Online.`,
    },
    {
      nl: 'Haal de blokkade weg in Exact Online bij Dagboeken, of kies een ander verkoopboek.',
      en: 'Remove the block in Exact Online under Dagboeken, or choose another sales journal.',
    },
  );
