/** What refusals of Visma.net mean for the office, and where it is mended. */
import type { Explanation } from '../_kit/problem';

/** A fault of ours: the office can do nothing but tell. */
const ourFault: Explanation = {
  message: {
    nl: 'Visma.net kan dit verzoek niet verwerken. Dat is een fout in Simon Koppel.',
    en: 'Visma.net cannot process this request. That is a fault in Simon Koppel.',
  },
  action: {
    nl: 'Meld dit bij de helpdesk, met het diagnosebestand uit Instellingen.',
    en: 'Report this to the helpdesk, with the diagnostics file from Settings.',
  },
};

const customerUnknown: Explanation = {
  mends: ['customer'],
  message: {
    nl: 'De klant van deze werkbon bestaat niet meer in Visma.net, of heeft er een ander nummer gekregen.',
    en: 'The customer of this work order no longer exists in Visma.net, or got another number there.',
  },
  action: {
    nl: 'Synchroniseer de klanten. Haal de werkbon terug uit de Archiefwachtrij, kies een klant die bestaat en archiveer opnieuw.',
    en: 'Synchronise the customers. Take the work order back from the Archive queue, choose a customer that exists and archive again.',
  },
};

const customerBlocked: Explanation = {
  mends: ['customer'],
  message: {
    nl: 'De klant van deze werkbon is in Visma.net geblokkeerd of niet actief.',
    en: 'The customer of this work order is on hold or inactive in Visma.net.',
  },
  action: {
    nl: 'Open de klant in Visma.net bij Klanten en zet de status op Actief. Probeer daarna opnieuw.',
    en: 'Open the customer in Visma.net under Customers and set its status to Active. Then try again.',
  },
};

const articleUnknown: Explanation = {
  mends: ['article'],
  message: {
    nl: 'Een artikel van deze werkbon bestaat niet meer in Visma.net, of heeft er een andere code gekregen.',
    en: 'An article of this work order no longer exists in Visma.net, or got another code there.',
  },
  action: {
    nl: 'Synchroniseer de artikelen. Haal de werkbon terug uit de Archiefwachtrij, kies een artikel dat bestaat en archiveer opnieuw.',
    en: 'Synchronise the articles. Take the work order back from the Archive queue, choose an article that exists and archive again.',
  },
};

const articleNotSold: Explanation = {
  mends: ['article'],
  message: {
    nl: 'Een artikel van deze werkbon mag in Visma.net niet worden verkocht.',
    en: 'An article of this work order may not be sold in Visma.net.',
  },
  action: {
    nl: 'Zet het artikel in Visma.net bij Non-Stock Items weer op Actief. Probeer daarna opnieuw.',
    en: 'Set the article to Active in Visma.net under Non-Stock Items. Then try again.',
  },
};

const unitUnknown: Explanation = {
  message: {
    nl: 'De eenheid van een artikel is in Visma.net veranderd.',
    en: 'The unit of an article was changed in Visma.net.',
  },
  action: {
    nl: 'Synchroniseer de artikelen. Haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
    en: 'Synchronise the articles. Take the work order back from the Archive queue and archive again.',
  },
};

const periodClosed: Explanation = {
  message: {
    nl: 'De financiële periode van deze datum is in Visma.net gesloten of bestaat er niet.',
    en: 'The financial period of this date is closed in Visma.net or does not exist there.',
  },
  action: {
    nl: 'Open de periode in Visma.net bij Financiële perioden en probeer opnieuw. Of haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw: dan geldt de datum van vandaag.',
    en: 'Open the period in Visma.net under Financial periods and try again. Or take the work order back from the Archive queue and archive again: then today’s date counts.',
  },
};

const warehouseUnknown: Explanation = {
  message: {
    nl: 'Het magazijn van deze werkbon bestaat niet meer in Visma.net of is niet actief.',
    en: 'The warehouse of this work order no longer exists in Visma.net or is not active.',
  },
  action: {
    nl: 'Kies bij Integraties, Instellingen een ander magazijn. Haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
    en: 'Choose another warehouse under Integrations, Settings. Take the work order back from the Archive queue and archive again.',
  },
};

const orderTypeUnknown: Explanation = {
  message: {
    nl: 'Ordertype SO is in Visma.net niet actief of heeft geen nummerreeks.',
    en: 'Order type SO is not active in Visma.net or has no number series.',
  },
  action: {
    nl: 'Zet ordertype SO in Visma.net bij Ordertypen op actief, met automatische nummering. Probeer daarna opnieuw.',
    en: 'Make order type SO active in Visma.net under Order types, with automatic numbering. Then try again.',
  },
};

const termsMissing: Explanation = {
  message: {
    nl: 'De klant van deze werkbon mist in Visma.net een betalingsvoorwaarde of betaalmethode.',
    en: 'The customer of this work order lacks credit terms or a payment method in Visma.net.',
  },
  action: {
    nl: 'Vul die aan in Visma.net, bij Klanten. Probeer daarna opnieuw.',
    en: 'Add them in Visma.net, under Customers. Then try again.',
  },
};

/** By the code of the sales order service (`x-visma-erp-error-codes` of its OpenAPI description). */
export const BY_CODE: Readonly<Record<string, Explanation>> = {
  '0001-NullNotAllowed': ourFault,
  '0001-EmptyNotAllowed': ourFault,
  '0002-InvalidLength': ourFault,
  '1400-CustomerLookupException': customerUnknown,
  '1401-MissingTermsId': termsMissing,
  '1402-PaymentMethodIdNotFound': termsMissing,
  '1405-PaymentReferenceRequired': termsMissing,
  '1407-InvalidCustomerStatus': customerBlocked,
  '1409-PaymentMethodRequired': termsMissing,
  '1600-FinancialPeriodNotFound': periodClosed,
  '1601-FinancialPeriodClosed': periodClosed,
  '1602-FinancialPeriodInactive': periodClosed,
  '1802-InvalidWarehouseId': warehouseUnknown,
  '1803-UniqueInventoryIdNotFound': articleUnknown,
  '1804-InventoryIdNotFound': articleUnknown,
  '1808-InvalidUnitOfMeasure': unitUnknown,
  '1900-OrderNumberSequenceNotFound': orderTypeUnknown,
};

/** By the sentence of the finance API, which has no codes; each with the end of the problem's own code. */
export const BY_SENTENCE: readonly (readonly [RegExp, string, Explanation])[] = [
  [/'?customer'?.* cannot be found/i, 'customer-unknown', customerUnknown],
  [/customer status is|customer is (inactive|on hold)/i, 'customer-blocked', customerBlocked],
  [/'?inventory( id| item)?'?.* cannot be found/i, 'article-unknown', articleUnknown],
  [/inventory item is|item status is/i, 'article-not-sold', articleNotSold],
  [/'?uom'?.* cannot be found|unit of measure/i, 'unit-unknown', unitUnknown],
  [/financial period .*(closed|inactive)|period is closed/i, 'period-closed', periodClosed],
  [/exceeds the field|not wrapped|cannot be empty/i, 'our-fault', ourFault],
];
