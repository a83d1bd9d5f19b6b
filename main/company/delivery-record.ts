import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { DeliveryStep } from '../../preload/contract/delivery-steps';
import type { Language } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import { deliverySheet } from '../documents/delivery-sheet';
import { knownText } from '../log/catalogue';
import type { Clock } from '../../connectors/_kit/clock';
import type { PdfPrinter } from '../ports';

/** A file to be kept somewhere. */
export interface RecordFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface DeliveryRecordParts {
  readonly store: Pick<RemoteStore, 'queue'>;
  readonly print: PdfPrinter;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly companyName: () => string;
  readonly language: () => Language;
  /** Name of a package on screen. */
  readonly labelOf: (id: string) => Promise<string>;
}

/**
 * The record of one entry of the queue as a file: a PDF to read, or the facts as JSON. It holds what was sent and how
 * that went, no keys and nothing else of the customer. Problems: `queue-entry-not-found`, those of the printer.
 */
export function createDeliveryRecord({
  store,
  print,
  clock,
  companyName,
  language,
  labelOf,
}: DeliveryRecordParts): (entryId: number, format: 'pdf' | 'json') => Promise<Result<RecordFile>> {
  return async (entryId, format) => {
    const entry = await store.queue.get(entryId);
    if (entry === null) return fail(problem('invalid-input', 'queue-entry-not-found'));
    const name = knownText('delivery-sheet.file', { number: entry.workOrderNumber })[language()];
    if (format === 'json') {
      const record = { format: 'simon-koppel-delivery', version: 1, exportedAtMs: clock.nowMs(), ...entry };
      const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
      return ok({ fileName: `${name}.json`, bytes });
    }
    const packages = [...new Set([entry.package, ...entry.steps.map(packageOf)])].filter((id) => id !== null);
    const labels = new Map(await Promise.all(packages.map(async (id) => [id, await labelOf(id)] as const)));
    const labelKnown = (id: string): string => labels.get(id) ?? id;
    const sheet = { language: language(), companyName: companyName(), entry, labelOf: labelKnown };
    const printed = await print(deliverySheet(sheet));
    return printed.ok ? ok({ fileName: `${name}.pdf`, bytes: printed.value }) : printed;
  };
}

const packageOf = ({ facts }: DeliveryStep): string | null => ('package' in facts ? facts.package : null);
