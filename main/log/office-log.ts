import type { DocumentRequest } from '../../connectors/_kit/document';
import type { Manifest } from '../../connectors/_kit/manifest';
import type { Resource } from '../../connectors/_kit/model';
import { passesByItself, type Problem } from '../../connectors/_kit/problem';
import type { LocalizedText } from '../../connectors/_kit/text';
import type { LogPlace } from '../../preload/contract/log-place';
import { settingOfProblem } from '../../preload/contract/setting-of-problem';
import type { LogLevel, LogTable, RunCounts, RunRow } from '../../preload/contract/views';
import type { LogEntry } from '../db/store';
import { joined, knownText, textOf, type LogSentence, type TextValues } from './catalogue';
import { describe } from './problem-text';

/** When something happened (UTC ms), and in which run, if any. */
export interface Moment {
  readonly atMs: number;
  readonly runId: number | null;
}

export interface WorkOrderRef {
  readonly id: number;
  readonly number: string;
  /** Empty when nobody is known yet. */
  readonly customerName: string;
}

/** A PDF beside a booked document. */
export interface PdfRef {
  readonly fileName: string;
  readonly documentNumber: string;
}

/** A record that the log names: `id` only when it can be opened. */
export interface RecordRef {
  readonly table: LogTable;
  readonly id: number | null;
  readonly name: string;
  /** What equal messages about this record are folded on. */
  readonly key: string;
  /** Where the office acts on it, when that is not the record itself. */
  readonly place?: LogPlace;
}

/** How many work orders a message names; the queue names all. */
const MOST_NUMBERS = 5;

const TABLE_OF: Readonly<Record<Resource, LogTable>> = {
  customers: 'customer',
  articleGroups: 'articleGroup',
  articles: 'article',
  orders: 'workOrder',
};

/** An amount as each language writes it. */
const amount = (plain: string): LocalizedText => ({ nl: plain.replace('.', ','), en: plain });

/** The column "tabel" of a resource. */
export const logTableOf = (resource: Resource): LogTable => TABLE_OF[resource];

/** Makes the messages of the office log for one package, each from a fact: what, about which record, what to do. */
export type OfficeLog = ReturnType<typeof createOfficeLog>;

export function createOfficeLog(manifest: Pick<Manifest, 'id' | 'label' | 'documentName' | 'settings'>) {
  const { label, documentName } = manifest;
  interface Message {
    readonly level: LogLevel;
    readonly about: RecordRef;
    readonly values?: TextValues;
    /** Instead of the action of the sentence itself. */
    readonly action?: LocalizedText | null;
    readonly fold?: string | null;
    /** Instead of that of the record. */
    readonly place?: LogPlace | undefined;
  }

  const entry = (at: Moment, sentence: LogSentence, message: Message): LogEntry => {
    const values = { package: label, document: documentName, ...message.values };
    const place = message.place ?? message.about.place;
    return {
      atMs: at.atMs,
      runId: at.runId,
      level: message.level,
      table: message.about.table,
      recordId: message.about.id,
      record: message.about.name,
      message: knownText(`log.${sentence}.message`, values),
      action: message.action ?? textOf(`log.${sentence}.action`, values),
      fold: message.fold === undefined ? `${sentence}:${message.about.key}` : message.fold,
      ...(place === undefined ? {} : { place }),
    };
  };

  /**
   * A sentence that ends with what a problem says; the action is that of the problem, and so is the setting where it is
   * mended. Folded on cause and record.
   */
  const withReason = (
    at: Moment,
    sentence: LogSentence,
    problem: Problem,
    message: Omit<Message, 'action' | 'fold' | 'place'>,
  ): LogEntry => {
    const text = describe(problem, label);
    const setting = settingOfProblem(manifest, problem);
    return entry(at, sentence, {
      ...message,
      place: setting && { what: 'setting', package: manifest.id, key: setting.key },
      values: { reason: text.message, ...message.values },
      action: text.action,
      fold: `${sentence}:${problem.code}:${message.about.key}`,
    });
  };

  const link: RecordRef = { table: 'link', id: null, name: label, key: 'link' };
  const run: RecordRef = { ...link, place: { what: 'run' } };
  const table = (resource: Resource): RecordRef => ({
    table: TABLE_OF[resource],
    id: null,
    name: label,
    key: `table-${resource}`,
  });
  const resourceName = (resource: Resource): LocalizedText => knownText(`log.resource.${resource}`);
  const workOrder = ({ id, number, customerName }: WorkOrderRef): RecordRef => ({
    table: 'workOrder',
    id,
    name: `${number} ${customerName}`.trim(),
    key: `work-order-${id}`,
  });
  /** The document that became of it, or did not. */
  const delivery = (of: WorkOrderRef): RecordRef => ({ ...workOrder(of), place: { what: 'delivery' } });
  /** Work orders by their numbers; the first one stands for all. */
  const several = (all: readonly WorkOrderRef[]): RecordRef => {
    const [first] = all;
    const numbers = all.slice(0, MOST_NUMBERS).map(({ number }) => number);
    return {
      table: 'workOrder',
      id: null,
      name: [...numbers, ...(all.length > MOST_NUMBERS ? ['…'] : [])].join(', '),
      key: `work-orders-${first?.id}`,
      place: { what: 'screen', view: 'queue' },
    };
  };
  /** A document as sentences call it: by its number too, unless the package gives one only later. */
  const documentOf = (number: string): LocalizedText => ({
    nl: `${documentName.nl} ${number}`.trim(),
    en: `${documentName.en} ${number}`.trim(),
  });
  /** The record of its work order; two PDFs of one work order are told each by itself. */
  const pdfOf = (of: WorkOrderRef, { fileName }: PdfRef): RecordRef => {
    const record = delivery(of);
    return { ...record, key: `${record.key}-${fileName}` };
  };
  const pdfValues = ({ fileName, documentNumber }: PdfRef): TextValues => ({
    file: fileName,
    document: documentOf(documentNumber),
  });
  /** What the office must mend is an error; what passes by itself is a warning, unless the office can only wait. */
  const severity = (problem: Problem): LogLevel => {
    if (problem.kind === 'rate-limited') return 'info';
    return passesByItself(problem.kind) ? 'warning' : 'error';
  };

  return {
    // --- runs ---
    runFinished: (at: Moment, counts: RunCounts, documents: RunRow['documents']) =>
      entry(at, 'run-finished', { level: 'info', about: run, values: { ...counts, ...documents }, fold: null }),
    runCancelled: (at: Moment) => entry(at, 'run-cancelled', { level: 'info', about: run }),
    runFailed: (at: Moment, problem: Problem) =>
      withReason(at, 'run-failed', problem, { level: severity(problem), about: run }),
    /** One table was not read to its end. */
    tableFailed: (at: Moment, resource: Resource, problem: Problem) =>
      withReason(at, 'table-failed', problem, {
        level: severity(problem),
        about: { ...table(resource), place: { what: 'run' } },
        values: { resource: resourceName(resource) },
      }),

    // --- the link ---
    /** Nothing works until the office acts: login needed, rights missing, another administration. */
    linkStopped: (at: Moment, problem: Problem) =>
      withReason(at, 'link-stopped', problem, { level: severity(problem), about: link }),
    linkRestored: (at: Moment) => entry(at, 'link-restored', { level: 'approval', about: link }),
    /** Pulling works, sending does not, until the office acts. */
    sendingStopped: (at: Moment, problem: Problem) =>
      withReason(at, 'sending-stopped', problem, { level: severity(problem), about: link }),
    sendingRestored: (at: Moment) => entry(at, 'sending-restored', { level: 'approval', about: link }),

    /** The clock of the computer and that of the package, as `dd-MM-yyyy HH:mm` on the clock of the office. */
    clockWrong: (at: Moment, times: { readonly here: string; readonly there: string }) =>
      entry(at, 'clock-wrong', { level: 'error', about: link, values: times }),
    clockRight: (at: Moment) => entry(at, 'clock-right', { level: 'approval', about: link }),

    // --- records ---
    /** A record of the package that Simon did not take over. */
    parked: (at: Moment, record: RecordRef, problem: Problem) =>
      withReason(at, 'parked', problem, { level: 'warning', about: record }),
    keptInUse: (at: Moment, record: RecordRef) => entry(at, 'kept-in-use', { level: 'warning', about: record }),
    workOrderCreated: (at: Moment, made: WorkOrderRef, source: string) =>
      entry(at, 'work-order-created', { level: 'info', about: workOrder(made), values: { source } }),

    // --- clean-up ---
    cleanUpDone: (at: Moment, resource: Resource, removed: number) =>
      entry(at, 'clean-up-done', {
        level: 'info',
        about: table(resource),
        values: { resource: resourceName(resource), removed },
        fold: null,
      }),
    /** The office wanted to see first what would go. */
    cleanUpAsked: (at: Moment, resource: Resource, toRemove: number) =>
      entry(at, 'clean-up-asked', {
        level: 'info',
        about: { ...table(resource), place: { what: 'screen', view: 'overview' } },
        values: { resource: resourceName(resource), toRemove },
      }),
    /** Not carried out: a page failed, or the guard asks for a confirmation. */
    cleanUpFailed: (at: Moment, resource: Resource, problem: Problem) =>
      withReason(at, 'clean-up-failed', problem, {
        level: 'warning',
        about: { ...table(resource), place: { what: 'screen', view: 'overview' } },
        values: { resource: resourceName(resource) },
      }),

    // --- deliveries ---
    booked: (at: Moment, of: WorkOrderRef, number: string) =>
      entry(at, 'booked', { level: 'approval', about: delivery(of), values: { document: documentOf(number) } }),
    /** Found by its marker after an unknown outcome. */
    adopted: (at: Moment, of: WorkOrderRef, number: string) =>
      entry(at, 'adopted', { level: 'approval', about: delivery(of), values: { document: documentOf(number) } }),
    skipped: (at: Moment, of: WorkOrderRef, reason: Problem) =>
      withReason(at, 'skipped', reason, { level: 'info', about: delivery(of) }),
    blocked: (at: Moment, of: WorkOrderRef, problem: Problem) =>
      withReason(at, 'blocked', problem, { level: 'error', about: delivery(of) }),
    unsure: (at: Moment, of: WorkOrderRef, problem: Problem) => {
      const { message } = describe(problem, label);
      return entry(at, 'unsure', { level: 'warning', about: delivery(of), values: { reason: message } });
    },
    /** The package cannot tell whether it is there: the office is asked. */
    held: (at: Moment, of: WorkOrderRef, question: Problem) =>
      withReason(at, 'held', question, { level: 'error', about: delivery(of) }),
    released: (at: Moment, of: WorkOrderRef) => entry(at, 'released', { level: 'info', about: delivery(of) }),
    frozenAnew: (at: Moment, of: WorkOrderRef) => entry(at, 'frozen-anew', { level: 'info', about: delivery(of) }),
    /** Totals excl. VAT as decimal texts. */
    totalDiffers: (at: Moment, of: WorkOrderRef, totals: { number: string; ours: string; theirs: string }) =>
      entry(at, 'total-differs', {
        level: 'warning',
        about: delivery(of),
        values: { document: documentOf(totals.number), ours: amount(totals.ours), theirs: amount(totals.theirs) },
      }),
    /** Info: nothing fails on length, and an office with long descriptions would read a warning at each work order. */
    textCut: (at: Moment, of: WorkOrderRef, number: string, cuts: DocumentRequest['cuts']) => {
      const fields = joined(
        cuts.map((cut) => knownText('log.text-cut-field', { ...cut })),
        '; ',
      );
      return entry(at, 'text-cut', {
        level: 'info',
        about: delivery(of),
        values: { document: documentOf(number), fields },
      });
    },
    pdfsNotMade: (at: Moment, of: WorkOrderRef, problem: Problem) =>
      withReason(at, 'pdf-not-made', problem, { level: 'warning', about: delivery(of) }),
    pdfSent: (at: Moment, of: WorkOrderRef, pdf: PdfRef) =>
      entry(at, 'pdf-sent', { level: 'approval', about: delivery(of), values: pdfValues(pdf) }),
    /** The document stays booked. */
    pdfHeld: (at: Moment, of: WorkOrderRef, pdf: PdfRef, problem: Problem) =>
      withReason(at, 'pdf-held', problem, { level: 'error', about: pdfOf(of, pdf), values: pdfValues(pdf) }),
    /** Told once for each PDF that is not there within an hour. */
    pdfWaitingLong: (at: Moment, of: WorkOrderRef, pdf: PdfRef, problem: Problem | null) =>
      entry(at, 'pdf-waiting-long', {
        level: 'warning',
        about: pdfOf(of, pdf),
        values: { ...pdfValues(pdf), reason: problem === null ? '' : describe(problem, label).message },
      }),
    /** Documents go on, their PDFs do not, until the office acts. */
    pdfsStopped: (at: Moment, problem: Problem) =>
      withReason(at, 'pdfs-stopped', problem, { level: severity(problem), about: link }),
    pdfsRestored: (at: Moment) => entry(at, 'pdfs-restored', { level: 'approval', about: link }),
    /** Told once for each work order that is not delivered within an hour. */
    waitingLong: (at: Moment, of: WorkOrderRef, waiting: { isUnsure: boolean; problem: Problem | null }) => {
      const text = waiting.problem === null ? null : describe(waiting.problem, label);
      const general = waiting.isUnsure ? 'log.waiting-long-unsure' : 'log.waiting-long-reason';
      return entry(at, 'waiting-long', {
        level: 'warning',
        about: delivery(of),
        values: { reason: text?.message ?? knownText(general) },
        action: text?.action ?? knownText('log.waiting-long-action'),
      });
    },
    /** Several at the same time, those that wait longest first. One row as long as the first of them waits. */
    severalWaitingLong: (at: Moment, late: readonly WorkOrderRef[], problem: Problem | null) => {
      const text = problem === null ? null : describe(problem, label);
      return entry(at, 'several-waiting-long', {
        level: 'warning',
        about: several(late),
        values: { count: late.length, reason: text?.message ?? knownText('log.several-waiting-long-reason') },
        action: text?.action ?? knownText('log.several-waiting-long-action'),
      });
    },
    severalPdfsWaitingLong: (at: Moment, late: readonly WorkOrderRef[], problem: Problem | null) =>
      entry(at, 'several-pdfs-waiting-long', {
        level: 'warning',
        about: several(late),
        values: { count: late.length, reason: problem === null ? '' : describe(problem, label).message },
      }),
    /** Blocked and held ones that stood there yesterday already; `day`: so that each day has its own row. */
    stillAsking: (at: Moment, asking: readonly WorkOrderRef[], day: string) =>
      entry(at, 'still-asking', {
        level: 'warning',
        about: several(asking),
        values: { count: asking.length },
        fold: `still-asking:${day}`,
      }),
  } satisfies Record<string, (at: Moment, ...rest: never[]) => LogEntry>;
}
