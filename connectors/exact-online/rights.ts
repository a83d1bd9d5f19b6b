/** Why Exact Online forbids something, and who can give the right. */
import type { HttpResponse } from '../_kit/http';
import type { Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';
import { named } from './named-problem';
import { administrationBusy } from './problems';

/** What the header `Reason` of a 403 says (vendor's page "Response codes and error handling"). */
const FORBIDDEN: Readonly<Record<string, () => Problem>> = {
  divisionblocked: administrationBusy,
  nodivisionaccess: () =>
    named('not-allowed', 'no-division-access', {
      message: {
        nl: 'De gebruiker waarmee Simon is gekoppeld, heeft in Exact Online geen toegang meer tot deze administratie.',
        en: 'The user with whom Simon is linked no longer has access to this administration in Exact Online.',
      },
      action: {
        nl: 'Geef deze gebruiker in Exact Online weer toegang tot de administratie. Of meld u opnieuw aan met een andere gebruiker.',
        en: 'Give this user access to the administration in Exact Online again. Or log in again as another user.',
      },
    }),
  inactiveuser: () =>
    named('not-allowed', 'user-inactive', {
      message: {
        nl: 'De gebruiker waarmee Simon is gekoppeld, is in Exact Online niet actief.',
        en: 'The user with whom Simon is linked is not active in Exact Online.',
      },
      action: {
        nl: 'Maak de gebruiker in Exact Online weer actief, of meld u opnieuw aan met een andere gebruiker.',
        en: 'Make the user active in Exact Online again, or log in again as another user.',
      },
    }),
  licenseexpired: () =>
    named('not-allowed', 'licence-expired', {
      message: {
        nl: 'De licentie van deze administratie is in Exact Online verlopen.',
        en: 'The licence of this administration has expired in Exact Online.',
      },
      action: {
        nl: 'Verleng de licentie in Exact Online. Simon gaat daarna vanzelf verder.',
        en: 'Renew the licence in Exact Online. Simon then continues by itself.',
      },
    }),
};

/** What the office reads when a right is missing, by the first part of the path below the division. */
const RIGHTS: Readonly<Record<string, LocalizedText>> = {
  crm: { nl: 'Relaties', en: 'Relaties (relations)' },
  logistics: { nl: 'Artikelen', en: 'Artikelen (items)' },
  salesinvoice: { nl: 'Verkoopfacturen', en: 'Verkoopfacturen (sales invoices)' },
  documents: { nl: 'Documenten', en: 'Documenten (documents)' },
  financial: { nl: 'Dagboeken', en: 'Dagboeken (journals)' },
  system: { nl: 'Administraties', en: 'Administraties (companies)' },
  deleted: { nl: 'Verwijderde gegevens via webservices', en: 'Verwijderde gegevens via webservices (deleted records)' },
};

function notAllowed(url: string): Problem {
  const [area = '', table = ''] = new URL(url).pathname
    .toLowerCase()
    .replace(/^.*\/api\/v1\/\w+\//, '')
    .split('/');
  const right = RIGHTS[area === 'sync' ? table : area] ?? { nl: area, en: area };
  return named('not-allowed', 'not-allowed', {
    message: {
      nl: `De koppeling heeft in Exact Online geen recht op: ${right.nl}.`,
      en: `The link has no right in Exact Online to: ${right.en}.`,
    },
    action: {
      nl: 'Geef de gebruiker waarmee Simon is gekoppeld, dit recht in Exact Online. Of laat uw ICT-beheerder het recht bij de app aanzetten. Meld u daarna opnieuw aan.',
      en: 'Give the user with whom Simon is linked this right in Exact Online. Or have your IT administrator switch it on for the app. Then log in again.',
    },
  });
}

/** The problem of a 403. `url`: what was asked. */
export function forbidden(response: HttpResponse, url: string): Problem {
  const [reason = ''] = /^\w+/.exec((response.headers.reason ?? '').toLowerCase()) ?? [];
  return FORBIDDEN[reason]?.() ?? notAllowed(url);
}
