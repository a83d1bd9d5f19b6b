import { z } from 'zod';
import type { AnswerRules, VendorError } from '../_kit/answer';
import { explainedRefusal, problem, type Explanation, type Problem } from '../_kit/problem';

/** A fault of ours: the office can do nothing but tell. */
const ourFault = (code: string): Explanation => ({
  message: {
    nl: `SnelStart kan dit verzoek niet verwerken (${code}). Dat is een fout in Simon Koppel.`,
    en: `SnelStart cannot process this request (${code}). That is a fault in Simon Koppel.`,
  },
  action: {
    nl: 'Meld dit bij de helpdesk, met het diagnosebestand uit Instellingen.',
    en: 'Report this to the helpdesk, with the diagnostics file from Settings.',
  },
});

/**
 * What the error codes of SnelStart mean for the office, and where in SnelStart it is mended. Codes and their meaning:
 * vendor portal, page "B2B API versie 2 foutcodes".
 */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  'VOR-0001': {
    message: {
      nl: 'De verkooporder bestaat niet meer in SnelStart.',
      en: 'The sales order no longer exists in SnelStart.',
    },
    action: {
      nl: 'Kijk in SnelStart bij Verkoop, Orders of de order is verwijderd.',
      en: 'Look in SnelStart under Verkoop, Orders whether the order was deleted.',
    },
  },
  'VOR-0002': {
    message: {
      nl: 'De relatie van deze werkbon is in SnelStart geen klant.',
      en: 'The relation of this work order is not a customer in SnelStart.',
    },
    action: {
      nl: 'Open de relatie in SnelStart bij Relaties en maak er een klant van. Probeer daarna opnieuw.',
      en: 'Open the relation in SnelStart under Relaties and make it a customer. Then try again.',
    },
  },
  'VOR-0003': {
    message: {
      nl: 'De factuur van deze klant gaat naar een relatie die in SnelStart geen klant is.',
      en: 'The invoice of this customer goes to a relation that is not a customer in SnelStart.',
    },
    action: {
      nl: 'Open de klant in SnelStart bij Relaties en kies een factuurrelatie die klant is. Probeer daarna opnieuw.',
      en: 'Open the customer in SnelStart under Relaties and choose an invoice relation that is a customer. Then try again.',
    },
  },
  'VOR-0005': ourFault('VOR-0005'),
  'VOR-0011': ourFault('VOR-0011'),
  'ALG-0100': ourFault('ALG-0100'),
  'ALG-0101': ourFault('ALG-0101'),
  'ALG-0103': {
    message: {
      nl: 'De klant, een artikel of het sjabloon van deze werkbon bestaat niet meer in SnelStart.',
      en: 'The customer, an article or the template of this work order no longer exists in SnelStart.',
    },
    action: {
      nl: 'Synchroniseer klanten en artikelen. Haal de werkbon terug uit de Archiefwachtrij, kies wat in SnelStart bestaat en archiveer opnieuw.',
      en: 'Synchronise customers and articles. Take the work order back from the Archive queue, choose what exists in SnelStart and archive again.',
    },
    mends: ['article', 'customer'],
  },
  'ALG-0104': ourFault('ALG-0104'),
  'ALG-0105': {
    message: {
      nl: 'De klant, een artikel of het sjabloon van deze werkbon staat in SnelStart op non-actief.',
      en: 'The customer, an article or the template of this work order is inactive in SnelStart.',
    },
    action: {
      nl: 'Zet het in SnelStart weer actief, bij Relaties, Artikelen of de verkoopordersjablonen. Probeer daarna opnieuw.',
      en: 'Make it active again in SnelStart, under Relaties, Artikelen or the sales order templates. Then try again.',
    },
    mends: ['article', 'customer'],
  },
  'ALG-0106': ourFault('ALG-0106'),
};

/** The code of an error that SnelStart itself does not understand; it does not tell whether anything was stored. */
export const UNKNOWN_ERROR = 'ALG-0102';

/** SnelStart refused with its unknown error, and a look-up showed that nothing was stored. */
export const unknownError = (): Problem =>
  problem(
    'rejected',
    `snelstart.${UNKNOWN_ERROR}`,
    {},
    {
      text: {
        message: {
          nl: 'SnelStart weigert de verkooporder met een onbekende fout.',
          en: 'SnelStart refuses the sales order with an unknown error.',
        },
        action: {
          nl: 'Kijk of er ongewone tekens of aantallen op de werkbon staan en probeer opnieuw. Blijft het zo, neem dan contact op met de helpdesk.',
          en: 'Look at the work order for unusual characters or quantities and try again. If it keeps happening, contact the helpdesk.',
        },
      },
      vendor: { status: 400, code: UNKNOWN_ERROR, text: null },
    },
  );

const ruleErrors = z.array(
  z.object({ errorCode: z.string(), message: z.string().nullish(), details: z.unknown().optional() }),
);
const modelErrors = z.object({ message: z.string(), modelState: z.record(z.string(), z.array(z.string())) });
const plainError = z.union([
  z.object({ message: z.string() }).transform((body) => body.message),
  z.object({ Message: z.string() }).transform((body) => body.Message),
]);

/**
 * Code and sentence of a refusal. SnelStart answers in four shapes: a list of broken rules, model errors by field, one
 * message, and the gateway's own (all seen by iwd-nl/snelstart-php, class SnelstartApiErrorException).
 */
export function vendorError(body: unknown): VendorError | null {
  const rules = ruleErrors.safeParse(body);
  if (rules.success && rules.data.length > 0) {
    const texts = rules.data.map((one) => `${one.errorCode}: ${one.message ?? ''}`.trim());
    return { code: rules.data[0]?.errorCode ?? null, text: texts.join(' ') };
  }
  const model = modelErrors.safeParse(body);
  if (model.success) {
    const texts = Object.entries(model.data.modelState).map(([field, reasons]) => `${field}: ${reasons.join(' ')}`);
    return { code: null, text: texts.length > 0 ? texts.join(' ') : model.data.message };
  }
  const message = plainError.safeParse(body);
  return message.success ? { code: null, text: message.data } : null;
}

export const answerRules: AnswerRules = {
  vendorError,
  refusal: (error, _call, response) => {
    if (response.status === 403) return notAllowed();
    const explanation = error.code === null ? undefined : EXPLANATIONS[error.code];
    if (error.code === null || explanation === undefined) return null;
    return explainedRefusal(`snelstart.${error.code}`, explanation);
  },
};

const notAllowed = (): Problem =>
  problem(
    'not-allowed',
    'snelstart.not-allowed',
    {},
    {
      text: {
        message: {
          nl: 'De koppeling heeft in SnelStart niet alle rechten die nodig zijn.',
          en: 'The link lacks rights that are needed in SnelStart.',
        },
        action: {
          nl: 'Controleer of uw SnelStart-pakket artikelen en verkooporders heeft. Stel daarna de koppeling met Simon opnieuw in, in SnelStart Web bij Koppelingen.',
          en: 'Check whether your SnelStart package has articles and sales orders. Then set up the link with Simon again, in SnelStart Web under Koppelingen.',
        },
      },
    },
  );

/** The koppelsleutel is unknown, withdrawn or replaced by a newer one. */
export const keyRefused = (): Problem =>
  problem(
    'needs-login',
    'snelstart.key-refused',
    {},
    {
      field: 'koppelsleutel',
      text: {
        message: { nl: 'SnelStart herkent deze koppel-sleutel niet.', en: 'SnelStart does not know this link key.' },
        action: {
          nl: 'Kopieer de sleutel opnieuw in SnelStart Web, bij Koppelingen, Simon, en plak hem bij Koppel-sleutel. Een oude sleutel vervalt zodra er een nieuwe is gemaakt.',
          en: 'Copy the key again in SnelStart Web, under Koppelingen, Simon, and paste it at Link key. An old key ends as soon as a new one is made.',
        },
      },
    },
  );

/** Our own subscription key is missing, wrong or has ended. The koppelsleutel of the office has nothing to do with it. */
export const subscriptionKeyRefused = (): Problem =>
  problem(
    'not-allowed',
    'snelstart.subscription-key-refused',
    {},
    {
      field: 'subscriptionKey',
      text: {
        message: {
          nl: 'SnelStart laat Simon Koppel niet toe: de abonnementssleutel klopt niet of is verlopen. Het ligt niet aan uw koppel-sleutel.',
          en: 'SnelStart does not admit Simon Koppel: the subscription key is wrong or has ended. Your link key is not the cause.',
        },
        action: {
          nl: 'Vraag uw ICT-beheerder om een geldige abonnementssleutel.',
          en: 'Ask your IT administrator for a valid subscription key.',
        },
      },
    },
  );

/** The template that a frozen document names is no longer among the active ones. Nothing was sent. */
export const templateGone = (template: string): Problem =>
  problem(
    'blocked',
    'snelstart.template-gone',
    { template },
    {
      field: 'template',
      text: {
        message: {
          nl: `Het sjabloon ‘${template}’ bestaat niet meer in SnelStart of staat op non-actief.`,
          en: `The template ‘${template}’ no longer exists in SnelStart or is inactive.`,
        },
        action: {
          nl: 'Zet het sjabloon in SnelStart weer actief en probeer opnieuw. Of kies bij Integraties, Instellingen een ander sjabloon, haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
          en: 'Make the template active again in SnelStart and try again. Or choose another template under Integrations, Settings, take the work order back from the Archive queue and archive again.',
        },
      },
    },
  );

/** The rows of a list keep moving while it is read, or every page is the same one: reading on would never end. */
export const pagingUnstable = (path: string): Problem =>
  problem(
    'bad-response',
    'snelstart.list-keeps-moving',
    { path },
    {
      text: {
        message: {
          nl: `De lijst ${path} van SnelStart verandert te vaak om hem in één keer te lezen.`,
          en: `The list ${path} of SnelStart changes too often to be read in one go.`,
        },
        action: {
          nl: 'U hoeft niets te doen: Simon probeert het vanzelf opnieuw. Loopt er in SnelStart een grote import, wacht dan tot die klaar is.',
          en: 'You do not need to do anything: Simon tries again by itself. If a large import runs in SnelStart, wait until it is done.',
        },
      },
    },
  );
