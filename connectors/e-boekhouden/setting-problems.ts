/** What Controleer says when a value is not right: what is wrong, and where in e-Boekhouden or Simon it is mended. */
import type { Problem } from '../_kit/problem';
import { articleCodeUnknown, invalidSetting } from '../_kit/setting-problems';

const invalid = invalidSetting('e-boekhouden');

export const articleUnknown = articleCodeUnknown({
  invalid,
  packageName: 'e-Boekhouden',
  copyFrom: {
    nl: 'Neem de code over zoals die in e-Boekhouden bij Facturen, Producten en diensten staat.',
    en: 'Copy the code as it stands in e-Boekhouden under Facturen, Producten en diensten.',
  },
});

export const articleInactive = (article: string): Problem =>
  invalid(
    'article-inactive',
    { article },
    {
      nl: `Artikel ‘${article}’ is in e-Boekhouden niet actief.`,
      en: `Article ‘${article}’ is not active in e-Boekhouden.`,
    },
    {
      nl: 'Maak het artikel in e-Boekhouden bij Facturen, Producten en diensten weer actief, of kies een ander artikel.',
      en: 'Make the article active in e-Boekhouden under Facturen, Producten en diensten, or choose another article.',
    },
  );

/** The article is there, but its group is not among those that come over. */
export const articleNotPulled = (article: string, group: string): Problem =>
  invalid(
    'article-not-pulled',
    { article, group },
    {
      nl:
        group === ''
          ? `Artikel ‘${article}’ zit in geen groep, en Simon haalt alleen de gekozen groepen op.`
          : `Artikel ‘${article}’ zit in groep ‘${group}’, en die groep wordt niet opgehaald.`,
      en:
        group === ''
          ? `Article ‘${article}’ is in no group, and Simon fetches only the chosen groups.`
          : `Article ‘${article}’ is in group ‘${group}’, and that group is not fetched.`,
    },
    {
      nl: 'Kies de groep van dit artikel bij ‘Artikelgroepen overhalen’, of kies een ander artikel.',
      en: 'Choose the group of this article under ‘Article groups to pull’, or choose another article.',
    },
  );

export const groupUnknown = (group: string): Problem =>
  invalid(
    'article-group-unknown',
    { group },
    {
      nl: `Artikelgroep ‘${group}’ is niet bekend in e-Boekhouden, of er zit geen artikel meer in.`,
      en: `Article group ‘${group}’ is not known in e-Boekhouden, or there is no article in it any more.`,
    },
    {
      nl: 'Kies opnieuw uit de lijst. De groepen staan in e-Boekhouden bij Facturen, Producten en diensten, Groepen.',
      en: 'Choose from the list again. The groups stand in e-Boekhouden under Facturen, Producten en diensten, Groepen.',
    },
  );

export const templateMissing = (): Problem =>
  invalid(
    'template-missing',
    {},
    {
      nl: 'Vul een sjabloon in: zonder sjabloon maakt e-Boekhouden geen factuur.',
      en: 'Fill in a template: without one e-Boekhouden makes no invoice.',
    },
    {
      nl: 'Neem de naam over uit e-Boekhouden: Beheer, Sjablonen.',
      en: 'Copy the name from e-Boekhouden: Beheer, Sjablonen.',
    },
  );
