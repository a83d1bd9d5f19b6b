import type { Manifest } from '../_kit/manifest';
import { REGISTRATION_KEYS } from '../_kit/oauth-login';
import { fields } from './settings';

/** Billit names no largest size; two of these still make a request that takes seconds to send. */
const MAX_PDF_BYTES = 5 * 1024 * 1024;

export const manifest: Manifest = {
  id: 'billit',
  label: 'Billit',
  vendorSite: 'https://www.billit.eu',
  documentName: { nl: 'factuur', en: 'invoice' },
  explanation: [
    {
      nl: 'Billit is leidend: klanten en artikelen komen uit Billit, Simon volgt binnen enkele minuten.',
      en: 'Billit leads: customers and articles come from Billit, Simon follows within minutes.',
    },
    {
      nl: 'De referentie van een artikel wordt de artikelcode en moet uniek zijn. Bij een dubbele referentie haalt Simon alleen het eerste artikel op.',
      en: 'The reference of an article becomes the article code and must be unique. Of a double one Simon fetches only the first article.',
    },
    {
      nl: 'Een gearchiveerde werkbon staat binnen enkele minuten als factuur in Billit. Simon verzendt die niet naar uw klant.',
      en: 'An archived work order is an invoice in Billit within minutes. Simon does not send it to your customer.',
    },
    {
      nl: 'Klanten en artikelen die u in Simon toevoegt, gaan niet naar Billit. De schoonmaak verwijdert ze.',
      en: 'Customers and articles that you add in Simon do not go to Billit. The clean-up removes them.',
    },
    {
      nl: 'Barcodes, afbeeldingen, afleveradressen en een keuze van artikelgroepen zijn met Billit niet mogelijk.',
      en: 'Barcodes, images, delivery addresses and a choice of article groups are not possible with Billit.',
    },
  ],
  link: {
    kind: 'oauth',
    credentials: [],
    registration: [
      {
        key: REGISTRATION_KEYS.clientId,
        secret: false,
        pattern: '\\S+',
        label: { nl: 'Client-id', en: 'Client id' },
        help: {
          nl: 'Waarmee Billit Simon Koppel herkent.',
          en: 'By which Billit knows Simon Koppel.',
        },
        whereToFind: [
          {
            nl: 'Billit geeft dit per e-mail: vraag het aan support@billit.eu, met de naam van de app, uw PartyID en het terugkeeradres.',
            en: 'Billit gives this by e-mail: ask support@billit.eu, with the name of the app, your PartyID and the redirect address.',
          },
          { nl: 'Neem de client-id over uit het antwoord.', en: 'Copy the client id from the answer.' },
        ],
      },
      {
        key: REGISTRATION_KEYS.clientSecret,
        secret: true,
        optional: true,
        pattern: '\\S+',
        label: { nl: 'Client-secret', en: 'Client secret' },
        help: {
          nl: 'Hoort bij de client-id. Leeg: Simon bewijst zich met PKCE, als Billit dat voor uw client toestaat.',
          en: 'Belongs to the client id. Empty: Simon proves itself by PKCE, if Billit allows that for your client.',
        },
        whereToFind: [
          {
            nl: 'Billit geeft dit per e-mail: vraag het aan support@billit.eu, met de naam van de app, uw PartyID en het terugkeeradres.',
            en: 'Billit gives this by e-mail: ask support@billit.eu, with the name of the app, your PartyID and the redirect address.',
          },
          {
            nl: 'Neem het client-secret over uit hetzelfde antwoord als de client-id.',
            en: 'Copy the client secret from the same answer as the client id.',
          },
        ],
      },
      {
        key: REGISTRATION_KEYS.redirectUri,
        secret: false,
        pattern: '[a-z][a-z0-9+.\\-]*://\\S+',
        label: { nl: 'Terugkeeradres', en: 'Redirect address' },
        help: {
          nl: 'Precies zoals Billit het heeft geregistreerd. Adressen op deze computer staat Billit niet toe.',
          en: 'Exactly as Billit registered it. Billit allows no addresses on this computer.',
        },
        whereToFind: [
          {
            nl: 'Dit is het adres van de terugkeerpagina die uw ICT-beheerder op uw website heeft gezet.',
            en: 'This is the address of the return page that your IT administrator put on your website.',
          },
          {
            nl: 'Vul het adres in dat u aan Billit hebt opgegeven, met elk teken gelijk.',
            en: 'Enter the address that you gave to Billit, with every character the same.',
          },
        ],
      },
    ],
    life: {
      unusedDays: null,
      certainty: 'documented',
      source: 'docs.billit.be, page OAuth: the refresh token does not expire',
    },
    checkLabel: { nl: 'Koppel', en: 'Link' },
    loginSteps: [
      {
        nl: 'Kies ‘Koppel’. Uw browser opent de aanmeldpagina van Billit.',
        en: 'Choose ‘Link’. Your browser opens the login page of Billit.',
      },
      {
        nl: 'Meld u aan met uw Billit-gegevens, als een gebruiker die in het bedrijf facturen mag maken.',
        en: 'Log in with your Billit credentials, as a user who may make invoices in the company.',
      },
      {
        nl: 'Geef Simon toestemming en ga terug naar dit venster.',
        en: 'Give Simon permission and return to this window.',
      },
    ],
  },
  endpoints: { auth: 'https://my.billit.be', api: 'https://api.billit.be', web: 'https://my.billit.be' },
  capabilities: {
    resources: {
      customers: { incremental: 'change-date', deletions: 'absence' },
      articles: { incremental: 'change-date', deletions: 'absence' },
      orders: { incremental: 'change-date', deletions: 'absence' },
    },
    pullIntervalMinutes: { default: 5, minimum: 2 },
    // Not documented. ASP.NET ends a request after 110 seconds, and a gateway in front of it after two minutes.
    lookUp: { reliable: true, quietMs: 150_000, repeatMs: 60_000 },
    attachments: {
      how: 'in-create',
      place: { nl: 'Documenten van de factuur', en: 'Documents of the invoice' },
      maxBytes: MAX_PDF_BYTES,
    },
    combining: { headings: 'line', maxLineText: null },
    // The vendor publishes no figure; clients that were seen keep to 50 or 60 a minute.
    requestsPerMinute: 55,
    // The most that a company can be set to (docs.billit.be, "Use more than 2 digits for unit price").
    decimals: { quantity: 5, unitPrice: 5 },
  },
  settings: fields,
};
