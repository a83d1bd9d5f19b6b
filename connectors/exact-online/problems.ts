import { z } from 'zod';
import type { AnswerRules, VendorError } from '../_kit/answer';
import { problem, type Problem, type ProblemKind } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';
import { explained } from './refusals';

interface Explanation {
  readonly message: LocalizedText;
  readonly action: LocalizedText;
}

const named = (
  kind: ProblemKind,
  code: string,
  text: Explanation,
  more: { readonly params?: Problem['params']; readonly retryAfterMs?: number; readonly field?: string } = {},
): Problem => {
  const { params = {}, ...rest } = more;
  return problem(kind, `exact-online.${code}`, params, { text, ...rest });
};

const LOG_IN_AGAIN: LocalizedText = {
  nl: 'Klik bij Integraties op ‘Opnieuw inloggen’ en log in bij Exact Online. De wachtrij blijft staan.',
  en: 'Click ‘Log in again’ under Integrations and log in to Exact Online. The queue stays as it is.',
};

/** The refresh token was used before: by another computer, or by a backup that was put back. */
export const loginUsedElsewhere = (): Problem =>
  named('needs-login', 'login-used-elsewhere', {
    message: {
      nl: 'De inlog bij Exact Online is al op een andere plek vernieuwd, bijvoorbeeld op een andere computer of in een teruggezette back-up.',
      en: 'The login to Exact Online was renewed somewhere else, for example on another computer or in a backup that was put back.',
    },
    action: LOG_IN_AGAIN,
  });

/** Withdrawn by the user, or not used for 30 days. */
export const loginWithdrawn = (): Problem =>
  named('needs-login', 'login-withdrawn', {
    message: {
      nl: 'De inlog bij Exact Online geldt niet meer: de toestemming is ingetrokken of is 30 dagen niet gebruikt.',
      en: 'The login to Exact Online no longer counts: the consent was withdrawn or not used for 30 days.',
    },
    action: LOG_IN_AGAIN,
  });

/** A code works once, for three minutes. */
export const codeRefused = (): Problem =>
  named('needs-login', 'code-refused', {
    message: {
      nl: 'Exact Online heeft de inlog niet afgemaakt: het duurde langer dan drie minuten, of deze inlog is al gebruikt.',
      en: 'Exact Online did not complete the login: it took more than three minutes, or this login was used before.',
    },
    action: { nl: 'Klik opnieuw op ‘Koppel’ en log in.', en: 'Click ‘Koppel’ again and log in.' },
  });

/** Client id, secret or redirect address are not those of the registration. */
export const appRefused = (): Problem =>
  named('not-allowed', 'app-refused', {
    message: {
      nl: 'Exact Online herkent de registratie van Simon Koppel niet. Aan uw inlog ligt het niet.',
      en: 'Exact Online does not know the registration of Simon Koppel. Your login is not the cause.',
    },
    action: {
      nl: 'Vraag uw ICT-beheerder om client-id, client secret en redirect-adres te vergelijken met de app in het Exact Online App Center.',
      en: 'Ask your IT administrator to compare client id, client secret and redirect address with the app in the Exact Online App Center.',
    },
  });

/** Pulling leaves the rest of today's requests to deliveries. `retryAfterMs`: until the day is over. */
export const dayReserve = (retryAfterMs: number): Problem =>
  named(
    'maintenance',
    'day-reserve',
    {
      message: {
        nl: 'De aanvragen die Exact Online per dag toestaat zijn bijna op. Simon haalt vandaag niets meer op; wat over is, is voor gearchiveerde werkbonnen.',
        en: 'The requests that Exact Online allows per day are almost used up. Simon pulls nothing more today; what is left is for archived work orders.',
      },
      action: {
        nl: 'U hoeft niets te doen. Gebeurt dit vaak, kijk dan of een tweede computer met dezelfde administratie is gekoppeld.',
        en: 'You need not do anything. If it happens often, see whether a second computer is linked with the same administration.',
      },
    },
    { retryAfterMs },
  );

/** The login does not reach an administration with this number. */
export const administrationUnknown = (administration: string): Problem =>
  named(
    'not-allowed',
    'administration-unknown',
    {
      message: {
        nl: `Administratienummer ‘${administration}’ is niet bekend bij deze inlog van Exact Online.`,
        en: `Administration number ‘${administration}’ is not known to this login of Exact Online.`,
      },
      action: {
        nl: 'Kies een administratie uit de lijst. Staat zij er niet bij, geef de gebruiker in Exact Online dan toegang tot die administratie.',
        en: 'Choose an administration from the list. If it is not there, give the user access to it in Exact Online.',
      },
    },
    { params: { administration }, field: 'administration' },
  );

export const administrationEnded = (administration: string, state: 'inactive' | 'archived'): Problem =>
  named(
    'not-allowed',
    `administration-${state}`,
    {
      message:
        state === 'archived'
          ? {
              nl: `Administratie ‘${administration}’ is in Exact Online gearchiveerd.`,
              en: `Administration ‘${administration}’ is archived in Exact Online.`,
            }
          : {
              nl: `Administratie ‘${administration}’ is in Exact Online niet actief.`,
              en: `Administration ‘${administration}’ is not active in Exact Online.`,
            },
      action: {
        nl: 'Maak de administratie in Exact Online weer actief, of kies bij Instellingen een andere.',
        en: 'Make the administration active in Exact Online again, or choose another one under Settings.',
      },
    },
    { params: { administration }, field: 'administration' },
  );

/** How long to leave a company alone that the vendor is busy with. */
const BUSY_MS = 10 * 60_000;

/** A back-up, conversion or copy of the administration is under way (Divisions.BlockingStatus 1 to 6). */
export const administrationBusy = (): Problem =>
  named(
    'maintenance',
    'administration-busy',
    {
      message: {
        nl: 'Exact Online is bezig met deze administratie: een back-up, conversie of kopie.',
        en: 'Exact Online is busy with this administration: a backup, conversion or copy.',
      },
      action: {
        nl: 'U hoeft niets te doen: Simon probeert het vanzelf opnieuw.',
        en: 'You need not do anything: Simon tries again by itself.',
      },
    },
    { retryAfterMs: BUSY_MS },
  );

/** An answer names a next page that is not at Exact Online; the token must not go there. */
export const foreignNextPage = (): Problem =>
  named('bad-response', 'foreign-next-page', {
    message: {
      nl: 'Exact Online verwijst voor de rest van een lijst naar een vreemd adres. Simon gaat daar niet heen.',
      en: 'Exact Online refers to a strange address for the rest of a list. Simon does not go there.',
    },
    action: {
      nl: 'Blijft dit zo, vraag dan uw ICT-beheerder of een proxy de antwoorden van Exact Online verandert.',
      en: 'If it stays so, ask your IT administrator whether a proxy changes the answers of Exact Online.',
    },
  });

/** The same page again and again: reading on would never end. */
export const listEndless = (path: string): Problem =>
  named(
    'bad-response',
    'list-endless',
    {
      message: {
        nl: `De lijst ${path} van Exact Online komt niet aan een einde.`,
        en: `The list ${path} of Exact Online does not come to an end.`,
      },
      action: {
        nl: 'U hoeft niets te doen: Simon probeert het vanzelf opnieuw.',
        en: 'You need not do anything: Simon tries again by itself.',
      },
    },
    { params: { path } },
  );

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
        nl: 'Geef deze gebruiker in Exact Online weer toegang tot de administratie, of log opnieuw in met een andere gebruiker.',
        en: 'Give this user access to the administration in Exact Online again, or log in again as another user.',
      },
    }),
  inactiveuser: () =>
    named('not-allowed', 'user-inactive', {
      message: {
        nl: 'De gebruiker waarmee Simon is gekoppeld, is in Exact Online niet actief.',
        en: 'The user with whom Simon is linked is not active in Exact Online.',
      },
      action: {
        nl: 'Maak de gebruiker in Exact Online weer actief, of log opnieuw in met een andere gebruiker.',
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
        en: 'Renew the licence in Exact Online. Simon goes on by itself after that.',
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
      nl: 'Geef de gebruiker waarmee Simon is gekoppeld dit recht in Exact Online, of laat uw ICT-beheerder het recht bij de app aanzetten. Log daarna opnieuw in.',
      en: 'Give the user with whom Simon is linked this right in Exact Online, or have your IT administrator switch it on for the app. Then log in again.',
    },
  });
}

/** `{"error":{"code":"","message":{"lang":"","value":"…"}}}`: code and language are always empty. */
const errorBody = z.object({
  error: z.object({ message: z.union([z.string(), z.object({ value: z.string() }).transform((one) => one.value)]) }),
});

export function vendorError(body: unknown): VendorError | null {
  const read = errorBody.safeParse(body);
  return read.success ? { code: null, text: read.data.error.message } : null;
}

export const answerRules: AnswerRules = {
  vendorError,
  refusal: (error, call, response) => {
    if (response.status === 403) {
      const [reason = ''] = /^\w+/.exec((response.headers.reason ?? '').toLowerCase()) ?? [];
      return FORBIDDEN[reason]?.() ?? notAllowed(call.url);
    }
    return error.text === null || call.effect === 'read' ? null : explained(error.text);
  },
};
