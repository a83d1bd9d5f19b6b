import type { Manifest } from '../_kit/manifest';
import { REGISTRATION_KEYS } from '../_kit/oauth-login';
import { MAX_PDF_BYTES } from './attaching';
import { PRICE_DECIMALS, QUANTITY_DECIMALS } from './invoice-lines';
import { fields } from './settings';
import { USUAL_LIMITS } from './to-request';

export const manifest: Manifest = {
  id: 'exact-online',
  label: 'Exact Online Premium',
  vendorSite: 'https://www.exact.com/nl',
  documentName: { nl: 'conceptfactuur', en: 'draft invoice' },
  explanation: [
    {
      nl: 'Exact Online is leidend: klanten en artikelen komen uit Exact Online, Simon volgt binnen enkele minuten.',
      en: 'Exact Online leads: customers and articles come from Exact Online, Simon follows within minutes.',
    },
    {
      nl: 'Een gearchiveerde werkbon staat binnen enkele minuten als conceptfactuur in Exact Online.',
      en: 'An archived work order is a draft invoice in Exact Online within minutes.',
    },
    {
      nl: 'Klanten en artikelen die u in Simon toevoegt, gaan niet naar Exact Online. De schoonmaak verwijdert ze.',
      en: 'Customers and articles that you add in Simon do not go to Exact Online. The clean-up removes them.',
    },
    {
      nl: 'Simon boekt niets definitief: u controleert, wijzigt en verwerkt de conceptfactuur in Exact Online.',
      en: 'Simon books nothing for good: you check, change and process the draft invoice in Exact Online.',
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
          nl: 'Van de app in het Exact Online App Center.',
          en: 'Of the app in the Exact Online App Center.',
        },
        whereToFind: [
          {
            nl: 'Meld u aan bij het Exact Online App Center en open ‘Manage my apps’.',
            en: 'Log in to the Exact Online App Center and open ‘Manage my apps’.',
          },
          {
            nl: 'Kies de app die voor Simon Koppel is geregistreerd.',
            en: 'Choose the app that was registered for Simon Koppel.',
          },
          { nl: 'Kopieer de client-id en plak die hier.', en: 'Copy the client id and paste it here.' },
        ],
      },
      {
        key: REGISTRATION_KEYS.clientSecret,
        secret: true,
        pattern: '\\S+',
        label: { nl: 'Client-secret', en: 'Client secret' },
        help: {
          nl: 'Geheime sleutel van dezelfde app.',
          en: 'Secret key of the same app.',
        },
        whereToFind: [
          {
            nl: 'Meld u aan bij het Exact Online App Center en open ‘Manage my apps’.',
            en: 'Log in to the Exact Online App Center and open ‘Manage my apps’.',
          },
          {
            nl: 'Kies de app die voor Simon Koppel is geregistreerd.',
            en: 'Choose the app that was registered for Simon Koppel.',
          },
          { nl: 'Kopieer het client-secret en plak het hier.', en: 'Copy the client secret and paste it here.' },
        ],
      },
      {
        key: REGISTRATION_KEYS.redirectUri,
        secret: false,
        pattern: 'https?://\\S+',
        label: { nl: 'Terugkeeradres', en: 'Redirect address' },
        help: {
          nl: 'Precies het adres dat bij de app is opgegeven. Exact Online vraagt een https-adres.',
          en: 'Exactly the address that the app was registered with. Exact Online asks for an https address.',
        },
        whereToFind: [
          {
            nl: 'Meld u aan bij het Exact Online App Center en open ‘Manage my apps’.',
            en: 'Log in to the Exact Online App Center and open ‘Manage my apps’.',
          },
          {
            nl: 'Kies de app die voor Simon Koppel is geregistreerd.',
            en: 'Choose the app that was registered for Simon Koppel.',
          },
          {
            nl: 'Neem het terugkeeradres (redirect URI) over, met elk teken gelijk.',
            en: 'Copy the redirect URI, with every character the same.',
          },
        ],
      },
    ],
    life: {
      unusedDays: 30,
      certainty: 'reported',
      source: 'Invantive forums, topics 1419 and 2903; sqlkover.com, Exact Online REST API',
    },
    checkLabel: { nl: 'Koppel', en: 'Link' },
    loginSteps: [
      {
        nl: 'Klik op ‘Koppel’. Uw browser opent de aanmeldpagina van Exact Online.',
        en: 'Click ‘Link’. Your browser opens the login page of Exact Online.',
      },
      {
        nl: 'Meld u aan als een gebruiker die bij de administratie kan waarmee Simon moet werken.',
        en: 'Log in as a user who can open the administration that Simon is to work with.',
      },
      {
        nl: 'Geef Simon toestemming. Daarna gaat u hier verder.',
        en: 'Give Simon your consent. You then continue here.',
      },
    ],
  },
  endpoints: {
    auth: 'https://start.exactonline.nl',
    api: 'https://start.exactonline.nl',
    web: 'https://start.exactonline.nl',
  },
  capabilities: {
    resources: {
      customers: { incremental: 'change-date', deletions: 'feed' },
      articleGroups: { incremental: 'none', deletions: 'absence' },
      articles: { incremental: 'change-date', deletions: 'feed' },
    },
    // About ten requests a run; 5,000 a day are allowed.
    pullIntervalMinutes: { default: 5, minimum: 5 },
    // No delay is known before an invoice can be found, and a create answers in seconds.
    lookUp: { reliable: true, quietMs: 150_000, repeatMs: 60_000 },
    attachments: {
      how: 'after-create',
      place: { nl: 'Documenten op de klantenkaart', en: 'Documenten on the customer card' },
      maxBytes: MAX_PDF_BYTES,
    },
    combining: { headings: 'first-article', maxLineText: USUAL_LIMITS.line },
    // The vendor allows 60 in each minute of its clock ("API limits"); a few less, because its minute is not ours.
    requestsPerMinute: 55,
    // 5,000 a day ("API limits"); every answer tells how many are left. The reserve is more than an office archives in a day.
    allowance: { per: 'day', requests: null, reserve: 400 },
    decimals: { quantity: QUANTITY_DECIMALS, unitPrice: PRICE_DECIMALS },
  },
  settings: fields,
};
