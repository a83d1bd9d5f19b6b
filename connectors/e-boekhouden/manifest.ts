import type { Manifest } from '../_kit/manifest';
import type { LocalizedText } from '../_kit/text';
import { fields } from './settings';

/** Where e-Boekhouden shows the three values together (manual of the integration, 4.3). */
const pageOfCodes = (last: LocalizedText): readonly LocalizedText[] => [
  { nl: 'Meld u in een apart venster aan bij e-Boekhouden.', en: 'Log in to e-Boekhouden in another window.' },
  {
    nl: 'Ga naar ‘Beheer’, ‘Inrichting’ en dan naar ‘Instellingen’.',
    en: 'Go to ‘Beheer’, ‘Inrichting’ and then to ‘Instellingen’.',
  },
  {
    nl: 'Vouw ‘Koppelingen’ uit en kies bij ‘API/SOAP’ ‘Verder’.',
    en: 'Unfold ‘Koppelingen’ and choose ‘Verder’ at ‘API/SOAP’.',
  },
  last,
];

export const manifest: Manifest = {
  id: 'e-boekhouden',
  label: 'e-Boekhouden',
  vendorSite: 'https://www.e-boekhouden.nl',
  documentName: { nl: 'factuur', en: 'invoice' },
  explanation: [
    {
      nl: 'e-Boekhouden is leidend: klanten en artikelen komen uit e-Boekhouden, één keer per dag en met ‘Nu synchroniseren’.',
      en: 'e-Boekhouden leads: customers and articles come from e-Boekhouden, once a day and with ‘Synchronise now’.',
    },
    {
      nl: 'Een gearchiveerde werkbon staat binnen enkele minuten als factuur in e-Boekhouden.',
      en: 'An archived work order is an invoice in e-Boekhouden within minutes.',
    },
    {
      nl: 'De factuur wordt niet verzonden en niet geboekt: u controleert en verzendt hem in e-Boekhouden.',
      en: 'The invoice is neither sent nor booked: you check it in e-Boekhouden and send it there.',
    },
    {
      nl: 'Klanten en artikelen die u in Simon toevoegt, gaan niet naar e-Boekhouden. De schoonmaak verwijdert ze.',
      en: 'Customers and articles that you add in Simon do not go to e-Boekhouden. The clean-up removes them.',
    },
  ],
  link: {
    kind: 'key',
    credentials: [
      {
        key: 'username',
        secret: false,
        pattern: '\\S.{0,54}',
        label: { nl: 'Gebruikersnaam', en: 'User name' },
        help: {
          nl: 'De gebruikersnaam waarmee u zich bij e-Boekhouden aanmeldt.',
          en: 'The user name with which you log in to e-Boekhouden.',
        },
        whereToFind: pageOfCodes({
          nl: 'Neem de gebruikersnaam over die bij de codes staat.',
          en: 'Copy the user name that stands with the codes.',
        }),
      },
      {
        key: 'securityCode1',
        secret: true,
        pattern: '\\S+',
        label: { nl: 'Beveiligingscode 1', en: 'Security code 1' },
        help: {
          nl: 'Verandert als het wachtwoord van de gebruiker verandert.',
          en: 'Changes when the password of the user changes.',
        },
        whereToFind: pageOfCodes({
          nl: 'Kopieer ‘Beveiligingscode 1’ en plak die hier.',
          en: 'Copy ‘Beveiligingscode 1’ and paste it here.',
        }),
      },
      {
        key: 'securityCode2',
        secret: true,
        pattern: '\\S+',
        label: { nl: 'Beveiligingscode 2', en: 'Security code 2' },
        help: { nl: 'Hoort bij de administratie.', en: 'Belongs to the administration.' },
        whereToFind: pageOfCodes({
          nl: 'Kopieer ‘Beveiligingscode 2’ en plak die hier. Hebt u meer administraties, kies dan eerst de juiste.',
          en: 'Copy ‘Beveiligingscode 2’ and paste it here. With several administrations, choose the right one first.',
        }),
      },
    ],
    registration: [],
    life: { unusedDays: null, certainty: 'unknown', source: 'the SOAP manual of e-Boekhouden tells of no end' },
    checkLabel: { nl: 'Koppel', en: 'Link' },
    loginSteps: [],
  },
  endpoints: { soap: 'https://soap.e-boekhouden.nl/soap.asmx', web: 'https://secure.e-boekhouden.nl/bh' },
  capabilities: {
    resources: {
      customers: { incremental: 'none', deletions: 'absence' },
      articleGroups: { incremental: 'none', deletions: 'absence' },
      articles: { incremental: 'none', deletions: 'flag' },
    },
    // The manual of the integration: once a day by itself, because of what the package allows.
    pullIntervalMinutes: { default: 1440, minimum: 1440 },
    // The marker stands on a line, and lines are part of what GetFacturen gives (manual, 3.9.2). That an invoice shows at
    // once is not documented, so that its absence counts only minutes later, and twice.
    lookUp: { reliable: true, quietMs: 300_000, repeatMs: 120_000 },
    attachments: null,
    combining: { headings: 'first-article', maxLineText: null },
    // No figure is documented; calls in quick succession are refused (E003.1), and a run needs only a few.
    requestsPerMinute: 60,
    // Manual, chapter 5. A price of the package itself goes back digit for digit.
    decimals: { quantity: 2, unitPrice: 2 },
  },
  settings: fields,
};
