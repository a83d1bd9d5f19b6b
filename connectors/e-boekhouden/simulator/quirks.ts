import { readQuirkChoices, unknownQuirk, type ChosenQuirks } from '../../_kit/simulator/quirk-choices';

const CHOICES = {
  sessionMinutes: ['20', '5', '60'],
  sessionRenewal: ['sliding', 'fixed'],
  errorCodes: ['dotted', 'plain'],
  successError: ['empty', 'absent'],
  emptyList: ['element', 'nil', 'absent'],
  inactiveRelations: ['included', 'left-out'],
  administrations: ['own', 'linked', 'none'],
  textFilters: ['ignore-case', 'exact', 'contains'],
  listOrder: ['entered', 'shuffled'],
  numberIgnoresDates: ['yes', 'no'],
  lineDescription: ['unchanged', 'one-line', 'cut-100'],
  unitPrice: ['exclusive', 'inclusive'],
  priceDecimals: ['2', '4'],
  textTooLong: ['fault', 'cut'],
  emptyTemplate: ['refuse', 'accept'],
  paymentTerm: ['required', 'optional'],
  tagOrder: ['counts', 'free', 'fault'],
  missingTags: ['defaults', 'fault'],
  missingSoapAction: ['fault', 'by-body'],
  malformedXml: ['500', '400'],
} as const;

const DEFAULT_COUNTS = { recordCap: '2000', callsPerMinute: 'none', invoiceDelaySeconds: '0' } as const;
type CountQuirk = keyof typeof DEFAULT_COUNTS;

/**
 * Behaviour where the vendor's documents are silent or contradict each other; the first choice is the default. Counts
 * are null for `none`.
 */
export type Quirks = ChosenQuirks<typeof CHOICES> & Readonly<Record<CountQuirk, number | null>>;

/** Reads quirks by name. Throws SimulatorStartError for an unknown name or value, with the choices there are. */
export function readQuirks(given: Readonly<Record<string, string>>): Quirks {
  const count = (name: CountQuirk): number | null => readCount(name, given[name] ?? DEFAULT_COUNTS[name]);
  return {
    ...readQuirkChoices(CHOICES, given, Object.keys(DEFAULT_COUNTS)),
    recordCap: count('recordCap'),
    callsPerMinute: count('callsPerMinute'),
    invoiceDelaySeconds: count('invoiceDelaySeconds'),
  };
}

function readCount(name: CountQuirk, text: string): number | null {
  if (text === 'none') return null;
  if (!/^\d{1,6}$/.test(text)) throw unknownQuirk(`Quirk ${name} is none or a whole number, not ${text}.`);
  return Number(text);
}
