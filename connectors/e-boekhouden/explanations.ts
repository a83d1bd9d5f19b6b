/** Cause and action of refusals, in the words of e-Boekhouden's screens. */
import type { Explanation } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';

/** After mending something that the document was made of, it has to be made anew. */
const AGAIN: LocalizedText = {
  nl: 'Synchroniseer daarna, haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
  en: 'Then synchronise, take the work order back from the Archive queue and archive again.',
};

/** A fault of ours: the office can do nothing but tell. */
export const ourFault = (code: string): Explanation => ({
  message: {
    nl: `e-Boekhouden kan dit verzoek niet verwerken (${code}). Dat is een fout in Simon Koppel.`,
    en: `e-Boekhouden cannot process this request (${code}). That is a fault in Simon Koppel.`,
  },
  action: {
    nl: 'Meld dit bij de helpdesk, met het diagnosebestand uit Instellingen.',
    en: 'Report this to the helpdesk, with the diagnostics file from Settings.',
  },
});

export const CODES_WRONG: Explanation = {
  message: {
    nl: 'e-Boekhouden herkent deze gebruikersnaam en beveiligingscodes niet.',
    en: 'e-Boekhouden does not know this user name and these security codes.',
  },
  action: {
    nl: 'Neem ze opnieuw over uit e-Boekhouden: Inrichting, Instellingen, Koppelingen, API/SOAP. Na een nieuw wachtwoord geldt ook een nieuwe beveiligingscode 1.',
    en: 'Copy them again from e-Boekhouden: Inrichting, Instellingen, Koppelingen, API/SOAP. After a new password there is a new security code 1 too.',
  },
};

export const CODE_2_WRONG: Explanation = {
  message: {
    nl: 'e-Boekhouden herkent beveiligingscode 2 niet.',
    en: 'e-Boekhouden does not know security code 2.',
  },
  action: {
    nl: 'Neem beveiligingscode 2 van de juiste administratie opnieuw over uit e-Boekhouden: Inrichting, Instellingen, Koppelingen, API/SOAP.',
    en: 'Copy security code 2 of the right administration again from e-Boekhouden: Inrichting, Instellingen, Koppelingen, API/SOAP.',
  },
};

export const NO_ADMINISTRATION: Explanation = {
  message: {
    nl: 'e-Boekhouden vindt geen administratie bij deze gebruikersnaam en beveiligingscodes.',
    en: 'e-Boekhouden finds no administration for this user name and these security codes.',
  },
  action: {
    nl: 'Controleer of de administratie en het abonnement in e-Boekhouden nog bestaan. Neem de codes opnieuw over: Inrichting, Instellingen, Koppelingen, API/SOAP.',
    en: 'Check whether the administration and the subscription still exist in e-Boekhouden. Copy the codes again: Inrichting, Instellingen, Koppelingen, API/SOAP.',
  },
};

export const NO_RIGHTS: Explanation = {
  message: {
    nl: 'De gebruiker van de koppeling heeft in e-Boekhouden te weinig rechten.',
    en: 'The user of the link has too few rights in e-Boekhouden.',
  },
  action: {
    nl: 'Geef deze gebruiker in e-Boekhouden toegang bij Beheer, Uw account, Gebruikers.',
    en: 'Give this user access in e-Boekhouden under Beheer, Uw account, Gebruikers.',
  },
};

export const GENERAL_FAILURE: Explanation = {
  message: {
    nl: 'e-Boekhouden kon de gebruikersnaam en beveiligingscodes niet controleren.',
    en: 'e-Boekhouden could not verify the user name and security codes.',
  },
  action: {
    nl: 'Probeer het opnieuw. Blijft het zo, neem dan de codes opnieuw over uit e-Boekhouden: Inrichting, Instellingen, Koppelingen, API/SOAP.',
    en: 'Try again. If it keeps happening, copy the codes again from e-Boekhouden: Inrichting, Instellingen, Koppelingen, API/SOAP.',
  },
};

export const LIMIT_REACHED: Explanation = {
  message: {
    nl: 'e-Boekhouden neemt tijdelijk geen verzoeken meer aan: het waren er te veel.',
    en: 'e-Boekhouden takes no requests for a while: there have been too many.',
  },
  action: {
    nl: 'U hoeft niets te doen: Simon wacht en gaat dan verder. Gebruiken ook andere programma’s deze koppeling, laat ze dan minder vaak ophalen.',
    en: 'You do not need to do anything: Simon waits and then continues. If other programs use this link too, let them fetch less often.',
  },
};

const TEMPLATE_WRONG: Explanation = {
  message: {
    nl: 'Het sjabloon van deze factuur bestaat niet in e-Boekhouden.',
    en: 'The template of this invoice does not exist in e-Boekhouden.',
  },
  action: {
    nl: 'Neem bij Integraties, Instellingen de naam van het sjabloon letterlijk over uit e-Boekhouden: Beheer, Sjablonen. Haal de werkbon daarna terug uit de Archiefwachtrij en archiveer opnieuw.',
    en: 'Under Integrations, Settings, copy the name of the template to the letter from e-Boekhouden: Beheer, Sjablonen. Then take the work order back from the Archive queue and archive again.',
  },
};

const RELATION_UNKNOWN: Explanation = {
  message: {
    nl: 'De klant van deze werkbon bestaat niet meer in e-Boekhouden, of heeft een andere code gekregen.',
    en: 'The customer of this work order no longer exists in e-Boekhouden, or has another code now.',
  },
  action: {
    nl: `Zoek de klant op in e-Boekhouden bij Relaties. ${AGAIN.nl}`,
    en: `Look up the customer in e-Boekhouden under Relaties. ${AGAIN.en}`,
  },
  mends: ['customer'],
};

/** Refusals that the office can mend, by code. */
export const INVOICE_CODES: Readonly<Record<string, Explanation>> = {
  CFACT024: RELATION_UNKNOWN,
  CFACT025: RELATION_UNKNOWN,
  CFACT026: {
    message: {
      nl: 'Het volgende factuurnummer van e-Boekhouden is al in gebruik.',
      en: 'The next invoice number of e-Boekhouden is already in use.',
    },
    action: {
      nl: 'Zet in e-Boekhouden de nummering van de facturen recht bij Inrichting, Instellingen, Facturen. Probeer daarna opnieuw.',
      en: 'Correct the numbering of invoices in e-Boekhouden under Inrichting, Instellingen, Facturen. Then try again.',
    },
  },
  CFACT027: TEMPLATE_WRONG,
  CFACT028: TEMPLATE_WRONG,
};

const named = (article: string): LocalizedText =>
  article === ''
    ? { nl: 'een artikel op deze werkbon', en: 'an article on this work order' }
    : { nl: `artikel ‘${article}’`, en: `article ‘${article}’` };

const aboutArticle =
  (what: LocalizedText, field: string) =>
  (article: string): Explanation => ({
    message: {
      nl: `De ${what.nl} van ${named(article).nl} klopt niet in e-Boekhouden.`,
      en: `The ${what.en} of ${named(article).en} is not right in e-Boekhouden.`,
    },
    action: {
      nl: `Kies bij dit artikel de juiste ‘${field}’ in e-Boekhouden: Facturen, Producten en diensten. ${AGAIN.nl}`,
      en: `Choose the right ‘${field}’ of this article in e-Boekhouden: Facturen, Producten en diensten. ${AGAIN.en}`,
    },
  });

const VAT_WRONG = aboutArticle({ nl: 'btw-code', en: 'VAT code' }, 'Btw');
const LEDGER_WRONG = aboutArticle({ nl: 'grootboekrekening', en: 'ledger account' }, 'Grootboekrekening');

/** Refusals of a line, by code; each takes the code of its article, empty when it is not known. */
export const ARTICLE_CODES: Readonly<Record<string, (article: string) => Explanation>> = {
  CFACT038: VAT_WRONG,
  CFACT041: VAT_WRONG,
  CFACT042: VAT_WRONG,
  CFACT040: LEDGER_WRONG,
  CMUT012: LEDGER_WRONG,
  CFACT212: aboutArticle({ nl: 'kostenplaats', en: 'cost centre' }, 'Kostenplaats'),
};
