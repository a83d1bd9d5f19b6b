/** What goes wrong with Billit as a whole or with one record, in the words of the office, and where it is mended. */
import { problem, type Problem } from '../_kit/problem';

/** The company does not let Billit number its invoices. */
export const noNumber = (): Problem =>
  problem(
    'rejected',
    'billit.no-number',
    {},
    {
      text: {
        message: {
          nl: 'Billit geeft facturen van andere programma’s geen nummer, en Simon verzint er geen.',
          en: 'Billit gives no number to invoices from other programs, and Simon makes none up.',
        },
        action: {
          nl: 'Zet in Billit bij Instellingen de automatische nummering van facturen aan en probeer opnieuw.',
          en: 'Turn automatic numbering of invoices on in the settings of Billit, then try again.',
        },
      },
    },
  );

/** `blocked`, so that no other form of the same invoice is tried: with fewer texts it is as large. */
export const tooLarge = (): Problem =>
  problem(
    'blocked',
    'billit.too-large',
    {},
    {
      text: {
        message: {
          nl: 'De PDF’s van deze werkbon zijn samen te groot voor Billit. De factuur is niet gemaakt.',
          en: 'The PDFs of this work order are too large for Billit together. The invoice was not made.',
        },
        action: {
          nl: 'Kies bij Integraties, Instellingen minder PDF’s of maak de foto’s kleiner. Haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
          en: 'Choose fewer PDFs under Integrations, Settings or make the photos smaller. Take the work order back from the Archive queue and archive again.',
        },
      },
    },
  );

/** The refresh token is used up, withdrawn or of another program, or the code of a login is no longer good. */
export const loginRefused = (): Problem =>
  problem(
    'needs-login',
    'billit.login-refused',
    {},
    {
      text: {
        message: {
          nl: 'Simon is niet meer aangemeld bij Billit: de aanmelding is ingetrokken of op een andere computer gebruikt.',
          en: 'Simon is no longer logged in to Billit: the login was withdrawn or used on another computer.',
        },
        action: {
          nl: 'Meld u bij Integraties opnieuw aan bij Billit. Wat wacht, wordt daarna vanzelf verzonden.',
          en: 'Log in to Billit again under Integrations. What is waiting is then sent by itself.',
        },
      },
    },
  );

/** Billit does not know this app by its client id and secret. The login of the office has nothing to do with it. */
export const registrationRefused = (): Problem =>
  problem(
    'not-allowed',
    'billit.registration-refused',
    {},
    {
      field: 'clientSecret',
      text: {
        message: {
          nl: 'Billit kent Simon Koppel niet met deze client-id en dit client-secret. Het ligt niet aan uw aanmelding.',
          en: 'Billit does not know Simon Koppel by this client id and client secret. Your login is not the cause.',
        },
        action: {
          nl: 'Vraag uw ICT-beheerder om de gegevens die Billit voor deze omgeving heeft gegeven.',
          en: 'Ask your IT administrator for the values that Billit gave for this environment.',
        },
      },
    },
  );

/** The login reaches no company that is open to programs. */
export const noCompany = (): Problem =>
  problem(
    'not-allowed',
    'billit.no-company',
    {},
    {
      text: {
        message: {
          nl: 'De gebruiker die bij Billit is aangemeld, heeft geen bedrijf dat is opengesteld voor koppelingen.',
          en: 'The user who is logged in to Billit has no company that is open to integrations.',
        },
        action: {
          nl: 'Meld u bij Integraties opnieuw aan als een gebruiker van uw bedrijf. Controleer in Billit ook of het abonnement koppelingen (API) toestaat.',
          en: 'Log in again under Integrations as a user of your company. Also check in Billit whether the subscription allows integrations (API).',
        },
      },
    },
  );

/** The login no longer reaches the company that is linked or chosen. `company`: its PartyID. */
export const companyGone = (company: string): Problem =>
  problem(
    'not-allowed',
    'billit.company-gone',
    { company },
    {
      field: 'administration',
      text: {
        message: {
          nl: `De gebruiker die bij Billit is aangemeld, heeft geen toegang tot bedrijf ${company}.`,
          en: `The user who is logged in to Billit has no access to company ${company}.`,
        },
        action: {
          nl: 'Geef deze gebruiker in Billit toegang tot het bedrijf. Of meld u bij Integraties opnieuw aan als een gebruiker die toegang heeft.',
          en: 'Give this user access to the company in Billit. Or log in again under Integrations as a user who has access.',
        },
      },
    },
  );

export const companyClosed = (company: string): Problem =>
  problem(
    'not-allowed',
    'billit.company-closed',
    { company },
    {
      field: 'administration',
      text: {
        message: {
          nl: `Bedrijf ${company} is in Billit niet opengesteld voor koppelingen.`,
          en: `Company ${company} is not open to integrations in Billit.`,
        },
        action: {
          nl: 'Controleer in Billit of het abonnement van dit bedrijf koppelingen (API) toestaat, of vraag het aan support@billit.eu.',
          en: 'Check in Billit whether the subscription of this company allows integrations (API), or ask support@billit.eu.',
        },
      },
    },
  );

/** Login and company are right, so that the refused object itself is not there, or is of another company. */
export const customerRefused = (): Problem =>
  problem(
    'rejected',
    'billit.customer-refused',
    {},
    {
      text: {
        message: {
          nl: 'Billit vindt de klant van deze werkbon niet, of staat niet toe dat er een factuur voor wordt gemaakt.',
          en: 'Billit does not find the customer of this work order, or does not allow an invoice for it.',
        },
        action: {
          nl: 'Kijk in Billit bij Contacten of de klant nog bestaat. Haal de werkbon terug uit de Archiefwachtrij, kies een bestaande klant en archiveer opnieuw.',
          en: 'Look in Billit under Contacten whether the customer still exists. Take the work order back from the Archive queue, choose an existing customer and archive again.',
        },
      },
    },
  );

export const notThere = (): Problem =>
  problem(
    'rejected',
    'billit.not-there',
    {},
    {
      text: {
        message: {
          nl: 'Billit toont deze gegevens niet: ze zijn verwijderd of van een ander bedrijf.',
          en: 'Billit does not show this data: it was deleted or belongs to another company.',
        },
        action: {
          nl: 'Kijk in Billit of dit nog bestaat en synchroniseer opnieuw.',
          en: 'Look in Billit whether it still exists and synchronise again.',
        },
      },
    },
  );

/** A product that cannot become an article, since Simon knows articles by their code. */
export const referenceMissing = (description: string): Problem =>
  problem(
    'rejected',
    'billit.reference-missing',
    { article: description },
    {
      text: {
        message: {
          nl: `Artikel ‘${description}’ heeft in Billit geen referentie. Het is niet overgenomen.`,
          en: `Article ‘${description}’ has no reference in Billit. It was not taken over.`,
        },
        action: {
          nl: 'Geef het artikel in Billit bij Producten een eigen, unieke referentie.',
          en: 'Give the article a unique reference of its own in Billit under Producten.',
        },
      },
    },
  );

/** The rows of a list keep moving while it is read, or every page is the same one: reading on would never end. */
export const pagingUnstable = (path: string): Problem =>
  problem(
    'bad-response',
    'billit.list-keeps-moving',
    { path },
    {
      text: {
        message: {
          nl: `De lijst ${path} van Billit verandert te vaak om hem in één keer te lezen.`,
          en: `The list ${path} of Billit changes too often to be read in one go.`,
        },
        action: {
          nl: 'U hoeft niets te doen: Simon probeert het vanzelf opnieuw. Loopt er in Billit een grote import, wacht dan tot die klaar is.',
          en: 'You do not need to do anything: Simon tries again by itself. If a large import runs in Billit, wait until it is done.',
        },
      },
    },
  );
