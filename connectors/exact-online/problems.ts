/** Problems of the link, the administration and lists, with what the office can do about them. */
import type { Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';
import { named } from './named-problem';

const LOG_IN_AGAIN: LocalizedText = {
  nl: 'Kies ‘Opnieuw koppelen’ en meld u aan bij Exact Online. Wat wacht, wordt daarna vanzelf verzonden.',
  en: 'Choose ‘Link again’ and log in to Exact Online. What is waiting is then sent by itself.',
};

/** The refresh token was used before: by another computer, by a backup that was put back, or its answer was lost. */
export const loginUsedElsewhere = (): Problem =>
  named('needs-login', 'login-used-elsewhere', {
    message: {
      nl: 'De aanmelding bij Exact Online is al vernieuwd, maar niet hier: op een andere computer, in een teruggezette back-up, of het antwoord viel onderweg weg.',
      en: 'The login to Exact Online was renewed already, but not here: on another computer, in a backup that was restored, or the answer was lost on its way.',
    },
    action: LOG_IN_AGAIN,
  });

/** Withdrawn by the user, or not used for 30 days. */
export const loginWithdrawn = (): Problem =>
  named('needs-login', 'login-withdrawn', {
    message: {
      nl: 'De aanmelding bij Exact Online geldt niet meer: de toestemming is ingetrokken of is 30 dagen niet gebruikt.',
      en: 'The login to Exact Online is no longer valid: the consent was withdrawn or not used for 30 days.',
    },
    action: LOG_IN_AGAIN,
  });

/** A code works once, for three minutes. */
export const codeRefused = (): Problem =>
  named('needs-login', 'code-refused', {
    message: {
      nl: 'Exact Online heeft de aanmelding niet afgemaakt: het duurde langer dan drie minuten, of deze aanmelding is al gebruikt.',
      en: 'Exact Online did not complete the login: it took more than three minutes, or this login was used before.',
    },
    action: { nl: 'Klik opnieuw op ‘Koppel’ en meld u aan.', en: 'Click ‘Link’ again and log in.' },
  });

/** Client id, secret or redirect address are not those of the registration. */
export const appRefused = (): Problem =>
  named('not-allowed', 'app-refused', {
    message: {
      nl: 'Exact Online herkent de registratie van Simon Koppel niet. Het ligt niet aan uw aanmelding.',
      en: 'Exact Online does not know the registration of Simon Koppel. Your login is not the cause.',
    },
    action: {
      nl: 'Vraag uw ICT-beheerder om client-id, client-secret en terugkeeradres te vergelijken met de app in het Exact Online App Center.',
      en: 'Ask your IT administrator to compare client id, client secret and redirect address with the app in the Exact Online App Center.',
    },
  });

/** An address refused so much that the next refusal may bar it. `retryAfterMs`: until one more is allowed. */
export const errorsUsedUp = (retryAfterMs: number): Problem => ({
  ...named(
    'maintenance',
    'errors-used-up',
    {
      message: {
        nl: 'Exact Online heeft het afgelopen uur veel geweigerd. Simon wacht even, want anders neemt Exact Online een uur of langer niets meer aan.',
        en: 'Exact Online refused much in the last hour. Simon waits, because Exact Online would otherwise take nothing for an hour or longer.',
      },
      action: {
        nl: 'Los in de Archiefwachtrij en bij Logging op wat is geweigerd. Simon gaat daarna vanzelf verder.',
        en: 'Solve what was refused, in the Archive queue and under Logging. Simon then continues by itself.',
      },
    },
    { retryAfterMs },
  ),
  notCarriedOut: true,
});

/** The login does not reach an administration with this number. */
export const administrationUnknown = (administration: string): Problem =>
  named(
    'not-allowed',
    'administration-unknown',
    {
      message: {
        nl: `Administratienummer ‘${administration}’ is niet bekend bij deze aanmelding van Exact Online.`,
        en: `Administration number ‘${administration}’ is not known to this login of Exact Online.`,
      },
      action: {
        nl: 'Kies een administratie uit de lijst. Staat deze er niet bij, geef de gebruiker in Exact Online dan toegang tot die administratie.',
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
        nl: 'Maak de administratie in Exact Online weer actief, of kies bij Integraties, Instellingen een andere.',
        en: 'Make the administration active in Exact Online again, or choose another one under Integrations, Settings.',
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
        en: 'You do not need to do anything: Simon tries again by itself.',
      },
    },
    { retryAfterMs: BUSY_MS },
  );

/** An answer names a next page that is not at Exact Online; the token must not go there. */
export const foreignNextPage = (): Problem =>
  named('bad-response', 'foreign-next-page', {
    message: {
      nl: 'Exact Online verwijst voor de rest van een lijst naar een onbekend adres. Simon gaat daar niet heen.',
      en: 'Exact Online refers to an unknown address for the rest of a list. Simon does not go there.',
    },
    action: {
      nl: 'Blijft dit zo, vraag dan uw ICT-beheerder of een proxy de antwoorden van Exact Online verandert.',
      en: 'If it keeps happening, ask your IT administrator whether a proxy changes the answers of Exact Online.',
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
        en: 'You do not need to do anything: Simon tries again by itself.',
      },
    },
    { params: { path } },
  );
