import { REGISTRATION_KEYS } from '../_kit/oauth-login';
import type { CredentialField } from '../_kit/manifest';
import type { LocalizedText } from '../_kit/text';

/** Keys of the registration that only Visma.net has. */
export const VISMA_KEYS = {
  serviceClientId: 'serviceClientId',
  serviceClientSecret: 'serviceClientSecret',
  tenantId: 'tenantId',
  extraScopes: 'extraScopes',
} as const;

/** Where the values of an app stand (Visma Developer Portal, oauth.developers.visma.com). */
const inPortal = (app: LocalizedText, value: LocalizedText): readonly LocalizedText[] => [
  {
    nl: 'Meld u aan op de Visma Developer Portal, oauth.developers.visma.com.',
    en: 'Log in to the Visma Developer Portal, oauth.developers.visma.com.',
  },
  app,
  value,
];

/** What identifies this app at Visma Connect; IT provides it. The service app is needed for sales orders and quotes only. */
export const registration: readonly CredentialField[] = [
  {
    key: REGISTRATION_KEYS.clientId,
    secret: false,
    pattern: '\\S+',
    label: { nl: 'Client-id', en: 'Client id' },
    help: {
      nl: 'Van de app in de Visma Developer Portal waarmee u zich aanmeldt, bijvoorbeeld ‘isv_naam’.',
      en: 'Of the app in the Visma Developer Portal with which you log in, for example ‘isv_name’.',
    },
    whereToFind: inPortal(
      { nl: 'Open de app waarmee u zich aanmeldt.', en: 'Open the app with which you log in.' },
      { nl: 'Kopieer de client-id en plak die hier.', en: 'Copy the client id and paste it here.' },
    ),
  },
  {
    key: REGISTRATION_KEYS.clientSecret,
    secret: true,
    optional: true,
    pattern: '\\S+',
    label: { nl: 'Client-secret', en: 'Client secret' },
    help: {
      nl: 'Van dezelfde app. Leeg bij een app van het type ‘Native’.',
      en: 'Of the same app. Empty for an app of the type ‘Native’.',
    },
    whereToFind: inPortal(
      { nl: 'Open de app waarmee u zich aanmeldt.', en: 'Open the app with which you log in.' },
      { nl: 'Maak daar een client-secret en plak het hier.', en: 'Make a client secret there and paste it here.' },
    ),
  },
  {
    key: REGISTRATION_KEYS.redirectUri,
    secret: false,
    pattern: 'https?://\\S+|[a-z][a-z0-9+.-]*:\\S+',
    label: { nl: 'Terugkeeradres', en: 'Redirect address' },
    help: {
      nl: 'Precies zoals het bij de app in de Visma Developer Portal staat.',
      en: 'Exactly as it is registered for the app in the Visma Developer Portal.',
    },
    whereToFind: inPortal(
      { nl: 'Open de app waarmee u zich aanmeldt.', en: 'Open the app with which you log in.' },
      {
        nl: 'Neem het terugkeeradres (redirect URI) over, met elk teken gelijk.',
        en: 'Copy the redirect URI, with every character the same.',
      },
    ),
  },
  {
    key: VISMA_KEYS.serviceClientId,
    secret: false,
    optional: true,
    pattern: '\\S+',
    label: { nl: 'Client-id van de service-app', en: 'Client id of the service app' },
    help: {
      nl: 'Alleen nodig voor verkooporders en offertes: de app van het type ‘Service’ met de rechten ‘visma.net.erp.salesorder’.',
      en: 'Only needed for sales orders and quotes: the app of the type ‘Service’ with the rights ‘visma.net.erp.salesorder’.',
    },
    whereToFind: inPortal(
      { nl: 'Open de app van het type ‘Service’.', en: 'Open the app of the type ‘Service’.' },
      { nl: 'Kopieer de client-id en plak die hier.', en: 'Copy the client id and paste it here.' },
    ),
  },
  {
    key: VISMA_KEYS.serviceClientSecret,
    secret: true,
    optional: true,
    pattern: '\\S+',
    label: { nl: 'Client-secret van de service-app', en: 'Client secret of the service app' },
    help: { nl: 'Van de app van het type ‘Service’.', en: 'Of the app of the type ‘Service’.' },
    whereToFind: inPortal(
      { nl: 'Open de app van het type ‘Service’.', en: 'Open the app of the type ‘Service’.' },
      { nl: 'Maak daar een client-secret en plak het hier.', en: 'Make a client secret there and paste it here.' },
    ),
  },
  {
    key: VISMA_KEYS.tenantId,
    secret: false,
    optional: true,
    pattern: '\\S+',
    label: { nl: 'Tenant-id van het bedrijf', en: 'Tenant id of the company' },
    help: {
      nl: 'Van het bedrijf, niet van de klant. Leeg: het bedrijf waarmee u zich aanmeldt.',
      en: 'Of the company, not of the customer. Empty: the company you log in to.',
    },
    whereToFind: [
      { nl: 'Open Visma Admin en ga naar ‘Bedrijf’.', en: 'Open Visma Admin and go to ‘Company’.' },
      { nl: 'Kies ‘Bewerken’ en dan ‘Configuratie’.', en: 'Choose ‘Edit’ and then ‘Configuration’.' },
      {
        nl: 'Kopieer het tenant-id van het bedrijf. Dat van de klant lijkt erop, maar wordt geweigerd.',
        en: 'Copy the tenant id of the company. That of the customer looks alike, but is refused.',
      },
    ],
  },
  {
    key: VISMA_KEYS.extraScopes,
    secret: false,
    optional: true,
    label: { nl: 'Extra rechten bij het aanmelden', en: 'Extra rights asked at the login' },
    help: {
      nl: 'Scopes, met een spatie ertussen. Vul ‘visma.net.erp.salesorder:read visma.net.erp.salesorder:write’ in als uw app die bij aanmelden mag vragen; dan is geen service-app nodig.',
      en: 'Scopes with a space between them. Enter ‘visma.net.erp.salesorder:read visma.net.erp.salesorder:write’ when your app may ask them at the login; then no service app is needed.',
    },
  },
];
