import type { Manifest } from '../_kit/manifest';
import { fields } from './settings';

export const manifest: Manifest = {
  id: 'snelstart',
  label: 'SnelStart',
  vendorSite: 'https://www.snelstart.nl',
  documentName: { nl: 'verkooporder', en: 'sales order' },
  explanation: [
    {
      nl: 'SnelStart is leidend: klanten en artikelen komen uit SnelStart, Simon volgt binnen enkele minuten.',
      en: 'SnelStart leads: customers and articles come from SnelStart, Simon follows within minutes.',
    },
    {
      nl: 'Een gearchiveerde werkbon staat binnen enkele minuten als verkooporder in SnelStart.',
      en: 'An archived work order is a sales order in SnelStart within minutes.',
    },
    {
      nl: 'Klanten en artikelen die u in Simon toevoegt, gaan niet naar SnelStart. De schoonmaak verwijdert ze.',
      en: 'Customers and articles that you add in Simon do not go to SnelStart. The clean-up removes them.',
    },
    {
      nl: 'Simon maakt geen facturen: u rondt de order af in SnelStart.',
      en: 'Simon makes no invoices: you finish the order in SnelStart.',
    },
  ],
  link: {
    kind: 'key',
    credentials: [
      {
        key: 'koppelsleutel',
        secret: true,
        // Whatever is not white space; what a right key looks like is for SnelStart to say.
        pattern: '\\S+',
        label: { nl: 'Koppel-sleutel', en: 'Link key' },
        help: {
          nl: 'De sleutel die SnelStart bij Koppelingen voor Simon maakt.',
          en: 'The key that SnelStart makes for Simon under Koppelingen.',
        },
        whereToFind: [
          {
            nl: 'Meld u aan in SnelStart Web en open het tabblad ‘Koppelingen’.',
            en: 'Log in to SnelStart Web and open the tab ‘Koppelingen’.',
          },
          { nl: 'Zoek Simon en klik op de tegel.', en: 'Find Simon and click its tile.' },
          {
            nl: 'Kies onderaan ‘Koppeling instellen’ en ga akkoord met de voorwaarden.',
            en: 'Choose ‘Koppeling instellen’ at the bottom and accept the terms.',
          },
          {
            nl: 'Kies ‘Kopieer sleutel naar klembord’ en plak de sleutel hier.',
            en: 'Choose ‘Kopieer sleutel naar klembord’ and paste the key here.',
          },
          {
            nl: 'Bent u de sleutel kwijt? Maak daar een nieuwe; de oude werkt dan niet meer.',
            en: 'Lost the key? Make a new one there; the old one no longer works then.',
          },
        ],
      },
    ],
    registration: [
      {
        key: 'subscriptionKey',
        secret: true,
        pattern: '\\S+',
        label: { nl: 'Abonnementssleutel', en: 'Subscription key' },
        help: {
          nl: 'De sleutel waarmee SnelStart Simon Koppel herkent. Uw ICT-beheerder vult deze in.',
          en: 'The key by which SnelStart knows Simon Koppel. Your IT administrator fills it in.',
        },
        whereToFind: [
          {
            nl: 'Meld u aan op het ontwikkelaarsportaal van SnelStart, b2bapi-developer.snelstart.nl.',
            en: 'Log in to the developer portal of SnelStart, b2bapi-developer.snelstart.nl.',
          },
          { nl: 'Open uw profiel en zoek het abonnement.', en: 'Open your profile and find the subscription.' },
          {
            nl: 'Laat de primaire sleutel (Primary key) zien, kopieer die en plak die hier.',
            en: 'Show the primary key, copy it and paste it here.',
          },
          {
            nl: 'Een abonnement voor ontwikkeling en test eindigt na 90 dagen; neem daarna een ander.',
            en: 'A subscription for development and test ends after 90 days; take another one after that.',
          },
        ],
      },
    ],
    life: {
      unusedDays: null,
      certainty: 'documented',
      source: 'b2bapi-developer.snelstart.nl/authenticatie: a koppelsleutel works until it is made anew',
    },
    checkLabel: { nl: 'Check in SnelStart', en: 'Check in SnelStart' },
    loginSteps: [],
  },
  endpoints: {
    auth: 'https://auth.snelstart.nl',
    api: 'https://b2bapi.snelstart.nl/v2',
    web: 'https://web.snelstart.nl',
  },
  capabilities: {
    resources: {
      customers: { incremental: 'change-date', deletions: 'flag' },
      articleGroups: { incremental: 'none', deletions: 'absence' },
      articles: { incremental: 'change-date', deletions: 'flag' },
      orders: { incremental: 'change-date', deletions: 'absence' },
    },
    pullIntervalMinutes: { default: 5, minimum: 2 },
    // A create answers in seconds; a gateway gives up on it after two minutes at most.
    lookUp: { reliable: true, quietMs: 150_000, repeatMs: 60_000 },
    attachments: null,
    combining: { headings: 'line', maxLineText: null },
    // The vendor allows 500 a minute (developer portal, "Gebruikersbeleid"); a few less, because its minute is not ours.
    requestsPerMinute: 495,
    // 5,000 an hour for an administration (portal, page "Gebruikersbeleid"), not told in the answers; a few less.
    allowance: { per: 'hour', requests: 4950, reserve: 200 },
    // The most an administration can be set to; /companyInfo tells what this one keeps.
    decimals: { quantity: 5, unitPrice: 5 },
  },
  settings: fields,
};
