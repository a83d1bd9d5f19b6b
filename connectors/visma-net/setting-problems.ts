/** What Controleer says when a value is not right: what is wrong, and where in Visma.net or Simon it is mended. */
import type { Problem } from '../_kit/problem';
import { invalidSetting, meantOr } from '../_kit/setting-problems';

const invalid = invalidSetting('visma-net');

/** `lookAlike`: a code that differs in capitals only. */
export const articleUnknown = (article: string, lookAlike: string | undefined): Problem =>
  invalid(
    'article-unknown',
    { article },
    {
      nl: `Artikel ‘${article}’ is niet bekend in Visma.net.`,
      en: `Article ‘${article}’ is not known in Visma.net.`,
    },
    meantOr(lookAlike, {
      nl: 'Neem de code over zoals die in Visma.net bij Non-Stock Items staat.',
      en: 'Copy the code as it stands in Visma.net under Non-Stock Items.',
    }),
  );

export const articleInStock = (article: string): Problem =>
  invalid(
    'article-in-stock',
    { article },
    {
      nl: `Artikel ‘${article}’ is in Visma.net een voorraadartikel (Stock Item). Die haalt Simon niet op.`,
      en: `Article ‘${article}’ is a Stock Item in Visma.net. Simon does not fetch those.`,
    },
    {
      nl: 'Kies een artikel uit de Non-Stock Items.',
      en: 'Choose an article from the Non-Stock Items.',
    },
  );

export const articleInactive = (article: string, status: string): Problem =>
  invalid(
    'article-inactive',
    { article, status },
    {
      nl: `Artikel ‘${article}’ mag in Visma.net niet worden verkocht (status ${status}).`,
      en: `Article ‘${article}’ may not be sold in Visma.net (status ${status}).`,
    },
    {
      nl: 'Zet het artikel in Visma.net bij Non-Stock Items op Actief, of kies een ander artikel.',
      en: 'Set the article to Active in Visma.net under Non-Stock Items, or choose another article.',
    },
  );

/** `warehouses`: ids that do not exist or are not active. */
export const warehouseUnknown = (warehouses: readonly string[]): Problem =>
  invalid(
    'warehouse-unknown',
    { warehouse: warehouses.join(', ') },
    {
      nl: `Magazijn ${warehouses.map((id) => `‘${id}’`).join(', ')} bestaat niet in Visma.net of is niet actief.`,
      en: `Warehouse ${warehouses.map((id) => `‘${id}’`).join(', ')} does not exist in Visma.net or is not active.`,
    },
    {
      nl: 'Kies een magazijn uit de lijst, of zet het in Visma.net bij Magazijnen op Actief.',
      en: 'Choose a warehouse from the list, or make it active in Visma.net under Warehouses.',
    },
  );
