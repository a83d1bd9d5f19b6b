import { parseJson, type AnswerRules, type VendorError } from '../_kit/answer';
import type { HttpCall, HttpResponse } from '../_kit/http';
import { explainedRefusal, problem, type Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';
import { isSalesOrdersCall } from './addresses';
import { BY_CODE, BY_SENTENCE } from './explanations';
import { vendorError } from './vendor-error';

/** Reading of the answers of both services. */
export const answerRules: AnswerRules = {
  vendorError,
  refusal: (error, call, response) => (response.status === 403 ? notAllowed(call) : knownRefusal(error)),
};

/**
 * A token that is refused although it is new. At the sales order service that is no login that ended: it may answer 401 to
 * every token of a login, and to one of a service app for another tenant (page "Fix 401 Unauthorized errors").
 */
export const tokenRefused = (call: HttpCall, found: Problem): Problem =>
  found.code === 'login-refused' && isSalesOrdersCall(call.url) ? notAllowed(call) : found;

/** A refusal that Simon can explain; null for all others. */
export function knownRefusal({ code, text }: VendorError): Problem | null {
  const byCode = code === null ? undefined : BY_CODE[code];
  if (byCode !== undefined) return explainedRefusal(`visma-net.${code}`, byCode);
  const [, name, bySentence] = BY_SENTENCE.find(([sentence]) => sentence.test(text ?? '')) ?? [];
  return bySentence === undefined ? null : explainedRefusal(`visma-net.${name}`, bySentence);
}

/** A company without licence: body of the gateway. */
export const isLicenceFault = (response: HttpResponse): boolean =>
  response.status > 399 && errorIn(response)?.code === '12027';

/** How older versions of the finance API say that a token is no good, with any status (client ON-IT/Visma.Net). */
export const isOldTokenFault = (response: HttpResponse): boolean =>
  response.status > 399 && /CompanyInContext/i.test(errorIn(response)?.text ?? '');

function errorIn(response: HttpResponse): VendorError | null {
  const body = parseJson(response);
  return body.ok ? vendorError(body.value) : null;
}

const rejection = (
  kind: Problem['kind'],
  code: string,
  params: Problem['params'],
  message: LocalizedText,
  action: LocalizedText,
): Problem => problem(kind, `visma-net.${code}`, params, { text: { message, action } });

function notAllowed(call: HttpCall): Problem {
  return isSalesOrdersCall(call.url)
    ? rejection(
        'not-allowed',
        'sales-orders-not-allowed',
        {},
        {
          nl: 'Visma.net laat Simon niet toe tot de verkooporders.',
          en: 'Visma.net does not admit Simon to the sales orders.',
        },
        {
          nl: 'Vraag uw ICT-beheerder om de service-app voor verkooporders in te vullen bij Integraties, Visma.net, en die te laten goedkeuren. Of kies bij Integraties, Instellingen ‘Klantfactuur’.',
          en: 'Ask your IT administrator to fill in the service app for sales orders under Integrations, Visma.net, and to have it approved. Or choose ‘Customer invoice’ under Integrations, Settings.',
        },
      )
    : rejection(
        'not-allowed',
        'not-allowed',
        {},
        {
          nl: 'De gebruiker waarmee u bent aangemeld, mist in Visma.net een recht dat nodig is.',
          en: 'The user you logged in with lacks a right that is needed in Visma.net.',
        },
        {
          nl: 'Geef die gebruiker in Visma.net de rol ‘API-gebruiker’ op dit bedrijf, en meld u opnieuw aan bij Integraties, Visma.net.',
          en: 'Give that user the role ‘API user’ on this company in Visma.net, and log in again under Integrations, Visma.net.',
        },
      );
}

/** The finance API does not know an order yet that the sales order service has just made. */
export const orderNotKnownYet = (order: string): Problem => ({
  ...rejection(
    'maintenance',
    'order-not-known-yet',
    { order },
    {
      nl: `Visma.net kan nog geen PDF bij order ${order} zetten.`,
      en: `Visma.net cannot put a PDF with order ${order} yet.`,
    },
    {
      nl: 'U hoeft niets te doen: Simon probeert het vanzelf opnieuw.',
      en: 'You do not need to do anything: Simon tries again.',
    },
  ),
  notCarriedOut: true,
});

/** The finance API still does not know the order, or takes no files of orders any more. */
export const orderFilesRefused = (order: string): Problem =>
  rejection(
    'rejected',
    'order-files-refused',
    { order },
    {
      nl: `Visma.net neemt geen PDF aan bij order ${order}. De order zelf staat er wel.`,
      en: `Visma.net takes no PDF with order ${order}. The order itself is there.`,
    },
    {
      nl: 'Bewaar de PDF op de werkbon in Simon. Voeg hem in Visma.net bij de order toe, onder Bestanden.',
      en: 'Save the PDF on the work order in Simon. Add it to the order in Visma.net, under Files.',
    },
  );

/** The login stands for a company in which the chosen administration is not. */
export const administrationGone = (number: string, found: string): Problem => ({
  ...rejection(
    'invalid-input',
    'administration-unknown',
    { number, found },
    {
      nl: `Administratie ${number} is niet bereikbaar met deze aanmelding. Gevonden: ${found}.`,
      en: `Administration ${number} cannot be reached with this login. Found: ${found}.`,
    },
    {
      nl: 'Kies de administratie uit de lijst. Staat deze er niet bij, meld u dan opnieuw aan bij Integraties, Visma.net, en kies daar het juiste bedrijf.',
      en: 'Choose the administration from the list. If it is not there, log in again under Integrations, Visma.net, and choose the right company there.',
    },
  ),
  field: 'administration',
});

/** The rows of a list keep moving while it is read: reading on would never end. */
export const pagingUnstable = (list: string): Problem =>
  rejection(
    'bad-response',
    'list-keeps-moving',
    { list },
    {
      nl: `De lijst ${list} van Visma.net verandert te vaak om hem in één keer te lezen.`,
      en: `The list ${list} of Visma.net changes too often to be read in one go.`,
    },
    {
      nl: 'U hoeft niets te doen: Simon probeert het vanzelf opnieuw. Loopt er in Visma.net een grote import, wacht dan tot die klaar is.',
      en: 'You do not need to do anything: Simon tries again by itself. If a large import runs in Visma.net, wait until it is done.',
    },
  );
