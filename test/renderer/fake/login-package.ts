import { manifest as snelstart } from '../../../connectors/snelstart/manifest';
import { ADMINISTRATION_KEY } from '../../../connectors/_kit/settings';
import type { Manifest } from '../../../preload/contract/model';

const text = (nl: string, en: string) => ({ nl, en });
const field = (key: string, nl: string, en: string, secret: boolean) => ({
  key,
  secret,
  label: text(nl, en),
  help: text('Zoals het boekhoudpakket het heeft gegeven.', 'As the accounting package gave it.'),
});

/** A package that is linked by logging in, whose administration is chosen first, and that takes PDFs. */
export const loginPackage: Manifest = {
  ...snelstart,
  id: 'inlogpakket',
  label: 'Inlogpakket',
  link: {
    kind: 'oauth',
    credentials: [],
    registration: [
      field('clientId', 'Client-id', 'Client id', false),
      { ...field('clientSecret', 'Client-secret', 'Client secret', true), optional: true },
      field('redirectUri', 'Terugkeeradres', 'Return address', false),
    ],
    life: { unusedDays: 30, certainty: 'documented', source: '' },
    checkLabel: text('Aanmelden bij Inlogpakket', 'Log in at Inlogpakket'),
    loginSteps: [text('Uw browser opent de aanmeldpagina.', 'Your browser opens the login page.')],
  },
  capabilities: {
    ...snelstart.capabilities,
    attachments: {
      how: 'after-create',
      place: text('het tabblad Documenten van de klant', 'the tab Documents of the customer'),
      maxBytes: 10_000_000,
    },
  },
  settings: [
    {
      key: ADMINISTRATION_KEY,
      kind: 'remote-choice',
      default: '',
      check: 'live',
      required: true,
      label: text('Administratie', 'Administration'),
      help: text('De administratie die Simon bijhoudt.', 'The administration that Simon follows.'),
    },
    ...snelstart.settings.slice(0, 3),
  ],
};

export const LOGIN_PAGE = 'https://login.example/auth?client_id=simon&state=9Xk2.51234';

export const PRACTICE_REGISTRATION = {
  clientId: 'oefen-app',
  clientSecret: 'oefenen',
  redirectUri: 'http://127.0.0.1/terug',
};

export const ADMINISTRATIONS = [
  { value: '101', label: text('101 Jansen Techniek B.V.', '101 Jansen Techniek B.V.') },
  { value: '102', label: text('102 Jansen Vastgoed B.V.', '102 Jansen Vastgoed B.V.') },
];

/** Without the secret, which never comes back. */
export const KEPT_REGISTRATION: Readonly<Record<string, string>> = {
  clientId: PRACTICE_REGISTRATION.clientId,
  redirectUri: PRACTICE_REGISTRATION.redirectUri,
};
