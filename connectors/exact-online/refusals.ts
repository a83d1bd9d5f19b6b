/**
 * What the sentences mean with which Exact Online refuses a document, and where there it is mended. The answer has no
 * codes and comes in the language of the user, so Dutch and English sentences are recognised. Sentences met by users of
 * picqer/exact-php-client (issues 31, 117, 172), DashedCMS/dashed-ecommerce-exactonline and vendors' help desks.
 */
import { explainedRefusal, problem, type Explanation, type Problem } from '../_kit/problem';

interface KnownRefusal extends Explanation {
  readonly code: string;
  readonly sentence: RegExp;
}

/** How a sentence of this vendor begins or ends when it names a field; what it names is looked for in the same line. */
const BLOCKED = '(?:geblokkeerd|blocked)';
const INACTIVE = '(?:niet actief|non-actief|inactive|not active)';
const GONE = '(?:ongeldige referentie|invalid reference)';
const MISSING = '(?:verplicht|mandatory)';
const TOO_LONG = '(?:te lang|too long)';
const CUSTOMER =
  '(?:besteld door|factuur voor|leveren aan|relatie|klant|ordered by|invoice to|deliver to|account|customer)';
const ITEM = '(?:artikel|item)';
const JOURNAL = '(?:dagboek|journal)';

const about = (state: string, field: string): RegExp =>
  new RegExp(`${state}[^\\n]*${field}|${field}[^\\n]*${state}`, 'i');

/** The first one whose sentence occurs is used. */
const EXPLANATIONS: readonly KnownRefusal[] = [
  {
    code: 'no-customer',
    mends: ['customer'],
    sentence: /(factuur voor|invoice to) \(type\)/i,
    message: {
      nl: 'De relatie van deze werkbon, of de relatie die de factuur krijgt, is in Exact Online geen klant.',
      en: 'The relation of this work order, or the one that gets the invoice, is not a customer in Exact Online.',
    },
    action: {
      nl: 'Open de relatie in Exact Online bij Relaties en zet Status op Klant. Probeer daarna opnieuw.',
      en: 'Open the relation in Exact Online under Relaties and set Status to Klant (customer). Then try again.',
    },
  },
  {
    code: 'journal-refused',
    sentence: about(`(?:${BLOCKED}|${GONE}|${MISSING}|ongeldig|invalid)`, JOURNAL),
    message: {
      nl: 'Exact Online neemt het dagboek van deze factuur niet aan.',
      en: 'Exact Online does not take the journal of this invoice.',
    },
    action: {
      nl: 'Kijk in Exact Online bij Dagboeken of het verkoopboek bestaat en niet is geblokkeerd. Of kies bij Integraties, Instellingen een ander dagboek, haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
      en: 'Look in Exact Online under Dagboeken whether the sales journal exists and is not blocked. Or choose another journal under Integrations, Settings, take the work order back from the Archive queue and archive again.',
    },
  },
  {
    code: 'customer-blocked',
    mends: ['customer'],
    sentence: about(BLOCKED, CUSTOMER),
    message: {
      nl: 'De klant van deze werkbon is in Exact Online geblokkeerd.',
      en: 'The customer of this work order is blocked in Exact Online.',
    },
    action: {
      nl: 'Haal in Exact Online op de klantenkaart de blokkade weg en probeer opnieuw.',
      en: 'Remove the block on the customer card in Exact Online and try again.',
    },
  },
  {
    code: 'customer-inactive',
    mends: ['customer'],
    sentence: about(INACTIVE, CUSTOMER),
    message: {
      nl: 'De klant van deze werkbon is in Exact Online niet actief.',
      en: 'The customer of this work order is not active in Exact Online.',
    },
    action: {
      nl: 'Pas in Exact Online op de klantenkaart de einddatum aan en probeer opnieuw.',
      en: 'Change the end date on the customer card in Exact Online and try again.',
    },
  },
  {
    code: 'customer-gone',
    mends: ['customer'],
    sentence: about(`(?:${GONE}|${MISSING})`, CUSTOMER),
    message: {
      nl: 'De klant van deze werkbon bestaat niet meer in Exact Online.',
      en: 'The customer of this work order no longer exists in Exact Online.',
    },
    action: {
      nl: 'Synchroniseer de klanten. Haal de werkbon terug uit de Archiefwachtrij, kies een klant die in Exact Online bestaat en archiveer opnieuw.',
      en: 'Synchronise the customers. Take the work order back from the Archive queue, choose a customer that exists in Exact Online and archive again.',
    },
  },
  {
    code: 'article-refused',
    mends: ['article'],
    sentence: about(`(?:${GONE}|${INACTIVE}|${BLOCKED}|ongeldig|invalid)`, ITEM),
    message: {
      nl: 'Een artikel van deze werkbon bestaat niet meer in Exact Online of is daar geen actief verkoopartikel.',
      en: 'An article of this work order no longer exists in Exact Online or is no active sales item there.',
    },
    action: {
      nl: 'Kijk in Exact Online bij Artikelen naar einddatum en ‘Verkoop’. Of haal de werkbon terug uit de Archiefwachtrij, kies een ander artikel en archiveer opnieuw.',
      en: 'Look in Exact Online under Artikelen at the end date and ‘Verkoop’. Or take the work order back from the Archive queue, choose another article and archive again.',
    },
  },
  {
    code: 'quantity-refused',
    sentence: /(aantal|quantity)/i,
    message: {
      nl: 'Exact Online neemt het aantal van een regel niet aan, bijvoorbeeld omdat het artikel alleen in hele stuks gaat.',
      en: 'Exact Online does not take the quantity of a line, for example because the article goes in whole pieces only.',
    },
    action: {
      nl: 'Zet in Exact Online bij het artikel ‘Deelbaar’ aan. Of haal de werkbon terug uit de Archiefwachtrij, verbeter het aantal en archiveer opnieuw.',
      en: 'Switch on ‘Deelbaar’ for the article in Exact Online. Or take the work order back from the Archive queue, correct the quantity and archive again.',
    },
  },
  {
    code: 'vat-code-refused',
    sentence: /(btw-code|vat code)/i,
    message: {
      nl: 'Exact Online neemt de btw-code van een artikel of van de klant niet aan.',
      en: 'Exact Online does not take the VAT code of an article or of the customer.',
    },
    action: {
      nl: 'Controleer in Exact Online de btw-code bij de artikelen van deze werkbon en op de klantenkaart. Probeer daarna opnieuw.',
      en: 'Check the VAT code of the articles of this work order and of the customer in Exact Online. Then try again.',
    },
  },
  {
    code: 'payment-condition-refused',
    sentence: /(betalingsconditie|payment condition)/i,
    message: {
      nl: 'De klant heeft in Exact Online geen bruikbare betalingsconditie.',
      en: 'The customer has no usable payment condition in Exact Online.',
    },
    action: {
      nl: 'Kies in Exact Online op de klantenkaart een betalingsconditie en probeer opnieuw.',
      en: 'Choose a payment condition on the customer card in Exact Online and try again.',
    },
  },
  {
    code: 'period-closed',
    sentence: /(periode.*(afgesloten|gesloten)|period.*closed)/i,
    message: {
      nl: 'De periode van de factuurdatum is in Exact Online afgesloten.',
      en: 'The period of the invoice date is closed in Exact Online.',
    },
    action: {
      nl: 'Open de periode in Exact Online. Of haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw, dan geldt de datum van die dag.',
      en: 'Open the period in Exact Online. Or take the work order back from the Archive queue and archive again; then the date of that day counts.',
    },
  },
  {
    code: 'text-too-long',
    sentence: new RegExp(TOO_LONG, 'i'),
    message: {
      nl: 'Een tekst of bestand van deze werkbon is te groot voor Exact Online.',
      en: 'A text or file of this work order is too large for Exact Online.',
    },
    action: {
      nl: 'Haal de werkbon terug uit de Archiefwachtrij, maak de teksten korter en archiveer opnieuw.',
      en: 'Take the work order back from the Archive queue, shorten the texts and archive again.',
    },
  },
];

/** A 5xx with one of these is a failure of the service; any other sentence of the vendor is about what was sent. */
const SERVICE_FAILURE =
  /error occurred|fout opgetreden|object reference|time-?out|deadlock|unavailable|niet beschikbaar|internal server error|try again|opnieuw/i;

/** What a sentence of the vendor means for the office; null when it is not known. */
export function explained(sentence: string): Problem | null {
  const known = EXPLANATIONS.find((one) => one.sentence.test(sentence));
  if (known === undefined) return null;
  return explainedRefusal(`exact-online.${known.code}`, known);
}

/**
 * The refusal that an answer with status 500 holds: the vendor answers so to a reference that does not exist (its own SDK:
 * "InternalServerError: find the validation errors in the message"). Null when the service itself failed, so that nobody
 * knows what became of the write.
 */
export function refusalIn({ kind, vendor }: Problem): Problem | null {
  if (kind !== 'outcome-unknown' || vendor?.status !== 500 || vendor.text === null) return null;
  const sentence = vendor.text;
  const known = explained(sentence);
  if (known === null && SERVICE_FAILURE.test(sentence)) return null;
  return { ...(known ?? problem('rejected', 'rejected', { text: sentence, status: 500 })), vendor };
}
