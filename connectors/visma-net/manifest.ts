import type { Manifest } from '../_kit/manifest';
import { LIMITS } from './document-texts';
import { registration } from './registration';
import { fields } from './settings';

const MEBIBYTE = 1024 * 1024;

export const manifest: Manifest = {
  id: 'visma-net',
  label: 'Visma.net',
  vendorSite: 'https://www.visma.nl/visma-net',
  documentName: { nl: 'verkooporder of klantfactuur', en: 'sales order or customer invoice' },
  explanation: [
    {
      nl: 'Visma.net is leidend: klanten en artikelen komen uit Visma.net, Simon volgt binnen enkele minuten.',
      en: 'Visma.net leads: customers and articles come from Visma.net, Simon follows within minutes.',
    },
    {
      nl: 'Simon haalt alleen de artikelen uit de Non-Stock Items op.',
      en: 'Of the articles Simon fetches only the Non-Stock Items.',
    },
    {
      nl: 'Een gearchiveerde werkbon staat binnen enkele minuten in Visma.net, als verkooporder of als klantfactuur.',
      en: 'An archived work order is in Visma.net within minutes, as a sales order or as a customer invoice.',
    },
    {
      nl: 'Klanten en artikelen die u in Simon toevoegt, gaan niet naar Visma.net. De schoonmaak verwijdert ze.',
      en: 'Customers and articles that you add in Simon do not go to Visma.net. The clean-up removes them.',
    },
  ],
  link: {
    kind: 'oauth',
    credentials: [],
    registration,
    life: {
      unusedDays: null,
      certainty: 'unknown',
      source: 'Visma Developer Portal: the days until a refresh token ends are set for each app',
    },
    checkLabel: { nl: 'Koppel', en: 'Link' },
    loginSteps: [
      { nl: 'Klik op ‘Koppel’. Uw browser opent Visma.', en: 'Click ‘Link’. Your browser opens Visma.' },
      {
        nl: 'Meld u aan met een gebruiker die in Visma.net de rol ‘API-gebruiker’ heeft.',
        en: 'Log in with a user who has the role ‘API user’ in Visma.net.',
      },
      {
        nl: 'Kies het bedrijf waarmee u wilt koppelen en geef Simon toestemming.',
        en: 'Choose the company to link with and give Simon permission.',
      },
      { nl: 'Ga terug naar Simon: de koppeling is gemaakt.', en: 'Return to Simon: the link is made.' },
    ],
  },
  endpoints: {
    auth: 'https://connect.visma.com',
    api: 'https://api.finance.visma.net',
    salesOrders: 'https://salesorder.visma.net',
    web: 'https://home.visma.com',
  },
  capabilities: {
    resources: {
      customers: { incremental: 'change-date', deletions: 'flag' },
      articles: { incremental: 'change-date', deletions: 'flag' },
      orders: { incremental: 'change-date', deletions: 'absence' },
    },
    pullIntervalMinutes: { default: 5, minimum: 2 },
    // Calls of more than four minutes are cut off (page "Background API calls"): what is not there by then will not come.
    lookUp: { reliable: true, quietMs: 270_000, repeatMs: 60_000 },
    attachments: {
      how: 'after-create',
      place: {
        nl: 'Bestanden van de verkooporder of klantfactuur',
        en: 'Files of the sales order or customer invoice',
      },
      // The vendor tells no maximum; larger ones are unusual for a work order.
      maxBytes: 10 * MEBIBYTE,
    },
    combining: { headings: 'first-article', maxLineText: LIMITS.lineDescription },
    // The limit is counted by the hour and not published; one a second leaves room for deliveries.
    requestsPerMinute: 60,
    // Every answer tells what is left of the hour (page "Rate limits").
    allowance: { per: 'hour', requests: null, reserve: 40 },
    // Fields of the database; how many a company shows is a setting of its own.
    decimals: { quantity: 6, unitPrice: 6 },
  },
  settings: fields,
};
