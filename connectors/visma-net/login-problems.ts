/** What Visma Connect refuses, and why the two apps do not fit together: cause, and where it is mended. */
import { z } from 'zod';
import { parseJson } from '../_kit/answer';
import type { HttpResponse } from '../_kit/http';
import { problem, type Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';

const registrationProblem = (code: string, field: string, message: LocalizedText, action: LocalizedText): Problem =>
  problem('not-allowed', `visma-net.${code}`, {}, { field, text: { message, action } });

const askSupplier: LocalizedText = {
  nl: 'Vraag uw ICT-beheerder om de gegevens van de app in de Visma Developer Portal na te kijken.',
  en: 'Ask your IT administrator to check the app in the Visma Developer Portal.',
};

/** The refusal of a login for which logging in again is no cure; null for all others. RFC 6749 section 5.2. */
export function connectRefusal(response: HttpResponse): Problem | null {
  switch (errorOf(response)) {
    case 'invalid_client':
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return registrationProblem(
        'app-refused',
        'clientId',
        {
          nl: 'Visma Connect herkent Simon Koppel niet: client-id of client-secret klopt niet.',
          en: 'Visma Connect does not know Simon Koppel: the client id or secret is wrong.',
        },
        askSupplier,
      );
    case 'invalid_scope':
      return registrationProblem(
        'scope-refused',
        'extraScopes',
        {
          nl: 'De app in Visma Connect mag niet alles vragen wat Simon nodig heeft.',
          en: 'The app in Visma Connect may not ask all that Simon needs.',
        },
        askSupplier,
      );
    default:
      return null;
  }
}

/** The login was withdrawn or is too old. */
export const loginOver = (): Problem =>
  problem(
    'needs-login',
    'login-ended',
    {},
    {
      text: {
        message: {
          nl: 'De aanmelding bij Visma.net is ingetrokken of te oud.',
          en: 'The login to Visma.net was withdrawn or is too old.',
        },
        action: {
          nl: 'Meld u opnieuw aan bij Integraties, Visma.net. Wat wacht, wordt daarna vanzelf verzonden.',
          en: 'Log in again under Integrations, Visma.net. What is waiting is then sent by itself.',
        },
      },
    },
  );

/** Why the service app got no token. */
export function serviceRefusal(response: HttpResponse): Problem {
  switch (errorOf(response)) {
    case 'unauthorized_client':
      return registrationProblem(
        'service-app-not-approved',
        'serviceClientId',
        {
          nl: 'De service-app voor verkooporders is niet goedgekeurd voor dit bedrijf.',
          en: 'The service app for sales orders is not approved for this company.',
        },
        {
          nl: 'Laat een beheerder van het bedrijf de app goedkeuren in de Visma App Store.',
          en: 'Have an administrator of the company approve the app in the Visma App Store.',
        },
      );
    case 'invalid_scope':
      return registrationProblem(
        'service-app-scopes',
        'serviceClientId',
        {
          nl: 'De service-app mist de rechten ‘visma.net.erp.salesorder:read’ en ‘:write’.',
          en: 'The service app lacks the rights ‘visma.net.erp.salesorder:read’ and ‘:write’.',
        },
        askSupplier,
      );
    case 'invalid_request':
    case 'invalid_tenant':
      return registrationProblem(
        'tenant-unknown',
        'tenantId',
        {
          nl: 'Visma Connect kent het tenant-id van het bedrijf niet.',
          en: 'Visma Connect does not know the tenant id of the company.',
        },
        {
          nl: 'Neem het over uit Visma Admin, Bedrijf, Bewerken, Configuratie. Let op: het tenant-id van het bedrijf, niet dat van de klant.',
          en: 'Copy it from Visma Admin, Company, Edit, Configuration. Note: the tenant id of the company, not that of the customer.',
        },
      );
    default:
      return registrationProblem(
        'service-app-refused',
        'serviceClientSecret',
        {
          nl: 'Visma Connect weigert de service-app voor verkooporders: client-id of client-secret klopt niet.',
          en: 'Visma Connect refuses the service app for sales orders: its client id or secret is wrong.',
        },
        askSupplier,
      );
  }
}

/** The service app is registered for another company than the one that was logged in to. */
export const otherTenant = (): Problem =>
  registrationProblem(
    'other-tenant',
    'tenantId',
    {
      nl: 'De service-app hoort bij een ander Visma.net-bedrijf dan waarmee u bent aangemeld. Er is niets verzonden.',
      en: 'The service app belongs to another Visma.net company than the one you logged in to. Nothing was sent.',
    },
    {
      nl: 'Meld u opnieuw aan en kies het juiste bedrijf. Of laat bij Integraties, Visma.net het tenant-id van dit bedrijf invullen.',
      en: 'Log in again and choose the right company. Or have the tenant id of this company filled in under Integrations, Visma.net.',
    },
  );

/** Neither the registration nor the login tells which company it is. */
export const tenantMissing = (): Problem =>
  registrationProblem(
    'tenant-missing',
    'tenantId',
    {
      nl: 'Voor de service-app is het tenant-id van het bedrijf nodig.',
      en: 'The service app needs the tenant id of the company.',
    },
    {
      nl: 'Neem het over uit Visma Admin, Bedrijf, Bewerken, Configuratie.',
      en: 'Copy it from Visma Admin, Company, Edit, Configuration.',
    },
  );

/** Fault 12027 (community.visma.com): the company has no licence, or the login stands for a company that was closed. */
export const noLicence = (): Problem =>
  problem(
    'not-allowed',
    'visma-net.no-licence',
    {},
    {
      text: {
        message: {
          nl: 'Dit bedrijf heeft geen geldige licentie voor Visma.net.',
          en: 'This company has no valid licence for Visma.net.',
        },
        action: {
          nl: 'Controleer de licentie in Visma Admin. Is het een ander bedrijf, meld u dan opnieuw aan met het juiste.',
          en: 'Check the licence in Visma Admin. If it is another company, log in again to the right one.',
        },
      },
      vendor: { status: 403, code: '12027', text: null },
    },
  );

const errorSchema = z.object({ error: z.string() });

function errorOf(response: HttpResponse): string | null {
  const body = parseJson(response);
  const parsed = errorSchema.safeParse(body.ok ? body.value : null);
  return parsed.success ? parsed.data.error : null;
}
