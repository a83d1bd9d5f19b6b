import { REGISTRATION_KEYS } from '../_kit/oauth-login';
import type { CredentialField } from '../_kit/manifest';

/** Keys of the registration that only Visma.net has. */
export const VISMA_KEYS = {
  serviceClientId: 'serviceClientId',
  serviceClientSecret: 'serviceClientSecret',
  tenantId: 'tenantId',
  extraScopes: 'extraScopes',
} as const;

/** What identifies this app at Visma Connect; IT provides it. The service app is needed for sales orders and quotes only. */
export const registration: readonly CredentialField[] = [
  {
    key: REGISTRATION_KEYS.clientId,
    secret: false,
    pattern: '\\S+',
    label: { nl: 'Client-id', en: 'Client id' },
    help: {
      nl: 'Van de app in de Visma Developer Portal waarmee u aanmeldt, bijvoorbeeld ‘isv_naam’.',
      en: 'Of the app in the Visma Developer Portal with which you log in, for example ‘isv_name’.',
    },
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
  },
  {
    key: VISMA_KEYS.serviceClientSecret,
    secret: true,
    optional: true,
    pattern: '\\S+',
    label: { nl: 'Client-secret van de service-app', en: 'Client secret of the service app' },
    help: { nl: 'Van de app van het type ‘Service’.', en: 'Of the app of the type ‘Service’.' },
  },
  {
    key: VISMA_KEYS.tenantId,
    secret: false,
    optional: true,
    pattern: '\\S+',
    label: { nl: 'Tenant-id van het bedrijf', en: 'Tenant id of the company' },
    help: {
      nl: 'Visma Admin, Bedrijf, Bewerken, Configuratie. Niet die van de klant. Leeg: het bedrijf waarmee u aanmeldt.',
      en: 'Visma Admin, Company, Edit, Configuration. Not that of the customer. Empty: the company you log in to.',
    },
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
