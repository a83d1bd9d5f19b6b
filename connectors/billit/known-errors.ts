import type { Explanation } from '../_kit/problem';

interface KnownError {
  /** Last part of the problem's code. */
  readonly name: string;
  /** In the code without its `_0_`, in any capitals: the vendor's own casing is not even. */
  readonly code: RegExp;
  readonly explanation: Explanation;
}

/** A fault of ours: the office can do nothing but tell. */
export const OUR_FAULT: Explanation = {
  message: {
    nl: 'Billit kan dit verzoek niet verwerken. Dat is een fout in Simon Koppel.',
    en: 'Billit cannot process this request. That is a fault in Simon Koppel.',
  },
  action: {
    nl: 'Meld dit bij de helpdesk, met het diagnosebestand uit Instellingen.',
    en: 'Report this to the helpdesk, with the diagnostics file from Settings.',
  },
};

/**
 * Errors by code, since descriptions come in the language of the user. The vendor publishes no list: the VAT percentage and
 * the file name are named on docs.billit.be ("Creating Sales Invoices", "400"), the others are what such a code must hold.
 */
const KNOWN_ERRORS: readonly KnownError[] = [
  {
    name: 'vat-percentage',
    code: /^invalidvatpercentage/,
    explanation: {
      message: {
        nl: 'Een artikel op deze werkbon heeft een btw-percentage dat Billit voor het land van uw bedrijf niet toestaat.',
        en: 'An article on this work order has a VAT rate that Billit does not allow for the country of your company.',
      },
      action: {
        nl: 'Pas in Billit bij Producten het btw-percentage van het artikel aan en probeer opnieuw.',
        en: 'Correct the VAT rate of the article in Billit under Producten, then try again.',
      },
    },
  },
  {
    name: 'file',
    code: /^invalidfile/,
    explanation: {
      message: {
        nl: 'Billit neemt een PDF van deze werkbon niet aan.',
        en: 'Billit does not take a PDF of this work order.',
      },
      action: {
        nl: 'Kies bij Integraties, Instellingen welke PDF’s meegaan. Haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
        en: 'Choose under Integrations, Settings which PDFs are sent. Take the work order back from the Archive queue and archive again.',
      },
    },
  },
  {
    name: 'customer-unknown',
    code: /customer.*(notfound|unknown|notexist|invalid)|(unknown|invalid|no)customer/,
    explanation: {
      message: {
        nl: 'De klant van deze werkbon bestaat niet meer in Billit.',
        en: 'The customer of this work order no longer exists in Billit.',
      },
      action: {
        nl: 'Kijk in Billit bij Contacten. Haal de werkbon terug uit de Archiefwachtrij, kies een klant die in Billit bestaat en archiveer opnieuw.',
        en: 'Look in Billit under Contacten. Take the work order back from the Archive queue, choose a customer that exists in Billit and archive again.',
      },
      mends: ['customer'],
    },
  },
  {
    name: 'product-unknown',
    code: /product.*(notfound|unknown|notexist|invalid)|(unknown|invalid|no)product/,
    explanation: {
      message: {
        nl: 'Een artikel op deze werkbon bestaat niet meer in Billit.',
        en: 'An article on this work order no longer exists in Billit.',
      },
      action: {
        nl: 'Synchroniseer de artikelen. Haal de werkbon terug uit de Archiefwachtrij, kies artikelen die in Billit bij Producten staan en archiveer opnieuw.',
        en: 'Synchronise the articles. Take the work order back from the Archive queue, choose articles that Billit has under Producten and archive again.',
      },
      mends: ['article'],
    },
  },
  {
    name: 'order-number',
    code: /^(order|invoice)number/,
    explanation: {
      message: {
        nl: 'Billit kan de factuur geen nummer geven: het volgende nummer bestaat al.',
        en: 'Billit cannot number the invoice: the next number exists already.',
      },
      action: {
        nl: 'Controleer in Billit bij Instellingen de nummering van de facturen en probeer opnieuw.',
        en: 'Check the numbering of invoices in the settings of Billit, then try again.',
      },
    },
  },
  {
    name: 'vat-number',
    code: /vatnumber|vatliable/,
    explanation: {
      message: {
        nl: 'Het btw-nummer van de klant ontbreekt in Billit of klopt niet.',
        en: 'The VAT number of the customer is missing in Billit or not right.',
      },
      action: {
        nl: 'Vul in Billit bij Contacten het btw-nummer van de klant in en probeer opnieuw.',
        en: 'Fill in the VAT number of the customer in Billit under Contacten, then try again.',
      },
    },
  },
  {
    name: 'licence',
    code: /licen[cs]e|credit(s)?exceeded|subscription/,
    explanation: {
      message: {
        nl: 'Uw abonnement bij Billit laat geen nieuwe factuur toe.',
        en: 'Your Billit subscription does not allow another invoice.',
      },
      action: {
        nl: 'Controleer in Billit bij Instellingen uw abonnement en probeer opnieuw.',
        en: 'Check your subscription in the settings of Billit, then try again.',
      },
    },
  },
];

/** The code without place holders and separators, in small letters. */
const bare = (code: string): string =>
  code
    .replace(/_\d+_?/g, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** What an error code means; undefined when Simon does not know it. */
export const knownError = (code: string): KnownError | undefined => {
  const name = bare(code);
  return KNOWN_ERRORS.find((one) => one.code.test(name));
};

/** Whether a code is this one, in any capitals and with any place holders. */
export const isCode = (code: string, wanted: string): boolean => bare(code) === bare(wanted);
