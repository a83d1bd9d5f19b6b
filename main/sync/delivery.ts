import type { Administration, Connector } from '../../connectors/_kit/connector';
import type { Attachment, RemoteDocument } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever, type Result } from '../../connectors/_kit/result';
import type { RunRow } from '../../preload/contract/views';
import type {
  Evidence,
  FrozenDocument,
  LinkKey,
  PdfEntry,
  QueueEntry,
  QueueEntryStart,
  RemoteStore,
} from '../db/store';
import type { PdfMaker } from '../documents/pdf-maker';
import type { Logger, Random, Time } from '../ports';
import { witnessCalls } from './call-witness';
import type { Connection } from './connection';
import { createDeliveryNews } from './delivery-news';
import { createDeliveryWaits } from './delivery-waits';
import type { EngineListener, LinkSettings } from './engine';
import { isSameLink, linkKeyOf, type Freezer } from './freeze';
import type { Journal } from './journal';
import type { LinkHealth } from './link-health';
import { lookUpEntry, type Finding } from './look-up-entry';
import { createPdfDelivery } from './pdf-delivery';
import { preparePdfs, tooLarge } from './prepare-pdfs';
import { createQuietPeriods } from './quiet-period';
import { retryDelayMs } from './retry-policy';
import { sendEntry } from './send-entry';
import { storageProblem } from '../db/storage-problem';

export interface DeliveryParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly connection: Pick<Connection, 'context'>;
  readonly link: () => LinkSettings;
  readonly freezer: Freezer;
  readonly pdfs: PdfMaker;
  readonly journal: Journal;
  /** The connection as a whole. */
  readonly linkHealth: LinkHealth;
  /** Creating documents only. */
  readonly pushHealth: LinkHealth;
  /** Putting PDFs beside documents only. */
  readonly pdfHealth: LinkHealth;
  /** Makes sure, once in this process, that the key leads to the linked administration; tells `linkHealth`. */
  readonly admit: (signal: AbortSignal) => Promise<Result<Administration>>;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
  readonly on: Pick<EngineListener, 'changed'>;
}

export interface PassEnd {
  /** Milliseconds until there is something to do again; null = nothing waits. */
  readonly nextInMs: number | null;
}

/**
 * The sender of the queue: acts on one entry after the other, oldest first; none holds up another. PDFs that go beside
 * a booked document follow one by one, and documents that are archived meanwhile go first.
 */
export interface Delivery {
  /**
   * Acts on everything that can be acted on now. `signal` stops before the next entry and breaks off look-ups;
   * `sendSignal` breaks off a send, whose outcome is then unknown. One pass at a time.
   */
  readonly pass: (signal: AbortSignal, sendSignal: AbortSignal) => Promise<PassEnd>;
  /** Something was archived, retried or answered: what waits for its next attempt is due now. */
  readonly nudged: () => void;
  /** The office chose to send PDFs again: those that wait are due now. */
  readonly pdfsNudged: () => void;
  /** The computer woke up: quiet periods begin again, and everything is due now. */
  readonly woken: () => void;
  /** What was delivered since the last call. */
  readonly takeCounts: () => RunRow['documents'];
}

/** How many entries are read at once. */
const BATCH = 200;
/** The wall clock is not asked what is due; see `DeliveryWaits`. */
const ANY_TIME_MS = Number.MAX_SAFE_INTEGER;
/** When the link cannot be used and nobody says until when. */
const SOME_TIME_MS = 60_000;

/** Nothing was asked of the package. */
const NOT_ASKED: Evidence = { calls: [], found: [] };

/** The package said nothing that the office could read. */
const NO_WORDS = { status: null, code: null, text: null };

type Sendable = QueueEntry & { readonly frozen: FrozenDocument };

export function createDelivery(parts: DeliveryParts): Delivery {
  const { store, connector, connection, freezer, linkHealth, pushHealth, time, random, logger } = parts;
  const { queue } = store;
  const { lookUp, attachments: pdfCapability } = connector.manifest.capabilities;
  const waits = createDeliveryWaits({ clock: time, random, linkHealth, pushHealth });
  const quiet = createQuietPeriods(time, lookUp.repeatMs);
  /** How long look-ups that the package refuses are repeated; they say nothing about absence. */
  const quietRefusals = createQuietPeriods(time, lookUp.repeatMs);
  const news = createDeliveryNews(parts.journal);
  const pdfs = createPdfDelivery({ ...parts, news });
  /** True when an entry or a PDF may say `sending` while nothing is being sent: at the start, and after a write that failed. */
  let mayBeInterrupted = true;

  async function pass(signal: AbortSignal, sendSignal: AbortSignal): Promise<PassEnd> {
    for (;;) {
      const open = await openEntries();
      if (open === null) return { nextInMs: linkHealth.waitLeftMs() };
      const ready = open.entries.filter((entry) => waits.leftMs(entry) === 0).sort(waits.compare);
      const pdf = ready.length === 0 ? pdfs.first(open.pdfs) : undefined;
      const leftMs = [...open.entries.map(waits.leftMs), ...open.pdfs.map(pdfs.leftMs)];
      const isNothingReady = ready.length === 0 && pdf === undefined;
      if (signal.aborted || isNothingReady) return { nextInMs: leftMs.length === 0 ? null : Math.min(...leftMs) };
      if (!(await parts.admit(signal)).ok) return { nextInMs: linkHealth.waitLeftMs() || SOME_TIME_MS };
      for (const entry of ready) {
        if (signal.aborted) break;
        // An entry before this one may have shown that the package cannot be used now.
        if (waits.leftMs(entry) === 0) await guarded(entry.id, waits.bugMet, () => act(entry, signal, sendSignal));
      }
      // One at a time: what was archived meanwhile goes first.
      if (pdf !== undefined) await guarded(pdf.id, pdfs.bugMet, () => pdfs.act(pdf, signal, sendSignal));
    }
  }

  /** Everything that waits or is looked up; null when the database refused, which pauses the link. */
  async function openEntries(): Promise<{ entries: readonly QueueEntry[]; pdfs: readonly PdfEntry[] } | null> {
    try {
      if (mayBeInterrupted) await queue.recoverInterrupted(time.nowMs());
      mayBeInterrupted = false;
      return { entries: await queue.due(ANY_TIME_MS, BATCH + waits.count()), pdfs: await pdfs.open() };
    } catch (error) {
      const found = storageProblem(error);
      if (found === null) throw error;
      linkHealth.failed(found);
      return null;
    }
  }

  /** Does one thing; what it throws stops that and nothing else. */
  async function guarded(id: number, bugMet: (id: number) => void, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // What was being written may not have been written: it may say `sending` for ever.
      mayBeInterrupted = true;
      const found = storageProblem(error);
      if (found !== null) linkHealth.failed(found);
      else {
        logger.bug('delivery', error, { id });
        bugMet(id);
      }
    }
    parts.on.changed(['queue', 'workOrders']);
  }

  async function act(listed: QueueEntry, signal: AbortSignal, sendSignal: AbortSignal): Promise<void> {
    // The office may have taken it back or answered while entries before it were sent.
    const entry = await queue.entry(listed.id);
    if (entry?.state !== listed.state || entry.held) return;
    if (entry.state === 'waiting') await deliver(entry, signal, sendSignal);
    else await check(withDocument(entry), signal);
  }

  /** Sends a waiting entry, and looks at once when the outcome is unknown. */
  async function deliver(entry: QueueEntry, signal: AbortSignal, sendSignal: AbortSignal): Promise<void> {
    const link = parts.link();
    const frozen = await documentFor(entry, linkKeyOf(connector, link));
    if (frozen === null) return;
    const ready: Sendable = { ...entry, frozen, variant: frozen === entry.frozen ? entry.variant : 0 };
    const inCreate = await pdfsInCreate(ready);
    if (inCreate === null) return;
    const ctx = connection.context(link.administration, link.settings, sendSignal, 'push');
    const retryAtMs = (found: Problem): number => time.nowMs() + waits.sendFailed(entry.id, found);
    const outcome = await sendEntry({ store, connector, time, logger }, ctx, { ...ready, inCreate }, retryAtMs);

    switch (outcome.kind) {
      case 'booked':
        packageTookIt(entry.id);
        return tellBooked(ready, outcome.remote, 'booked');
      case 'blocked':
        packageTookIt(entry.id);
        return news.heldBack(ready, 'blocked', outcome.problem);
      case 'not-sent':
        return;
      case 'held':
        packageTookIt(entry.id);
        return news.held(ready, outcome.problem);
      case 'unsure': {
        beginQuiet({ ...entry, attempts: entry.attempts + 1 });
        if (signal.aborted) return news.unsure(ready, outcome.problem);
        const isSettled = await check({ ...ready, sentAtMs: time.nowMs(), problem: outcome.problem }, signal);
        // Perhaps the package fails on each document: the others wait a little too.
        if (!isSettled) pushHealth.failed(outcome.problem);
        return;
      }
      default:
        return assertNever(outcome);
    }
  }

  /**
   * The PDFs that go in the call of the document, once all its PDFs are kept. Null when it cannot go: they could not be
   * made, or one is larger than the package takes.
   */
  async function pdfsInCreate(entry: Sendable): Promise<readonly Attachment[] | null> {
    const prepared = await preparePdfs({ store, pdfs: parts.pdfs, capability: pdfCapability, time, logger }, entry);
    if (!prepared.ok) {
      const nextAttemptAtMs = time.nowMs() + waits.notReady(entry.id, prepared.problem);
      // Stopped on request is no news: the app is closing.
      if (prepared.problem.kind === 'cancelled') return null;
      await store.pdfs.notMade(entry.id, prepared.problem, nextAttemptAtMs, time.nowMs());
      await news.pdfsNotMade(entry, prepared.problem);
      return null;
    }
    if (pdfCapability?.how !== 'in-create') return [];
    for (const { fileName, bytes } of prepared.value) {
      const size = tooLarge({ fileName, sizeBytes: bytes.byteLength }, pdfCapability);
      if (size === null) continue;
      await queue.blocked(entry.id, size, time.nowMs());
      waits.forget(entry.id);
      await news.heldBack(entry, 'blocked', size);
      return null;
    }
    return prepared.value;
  }

  /**
   * Sees to it that the PDFs of a document that was found are kept: a backup that was put back may be older than they are.
   * False when they could not be made; the document is found again later.
   */
  async function pdfsBeside(entry: Sendable): Promise<boolean> {
    const prepared = await preparePdfs({ store, pdfs: parts.pdfs, capability: pdfCapability, time, logger }, entry);
    if (!prepared.ok) waits.notReady(entry.id, prepared.problem);
    return prepared.ok;
  }

  /**
   * The document to send: the frozen one, or a new one when there is none yet or it was made for another administration
   * (what waits is surely not stored there). Null when the work order cannot be sent after all, or not before it was
   * looked up: after a backup was put back it may have been sent already.
   */
  async function documentFor(entry: QueueEntry, link: LinkKey): Promise<FrozenDocument | null> {
    if (entry.frozen !== null && isSameLink(entry.frozen.link, link)) return entry.frozen;
    const made = await freezer.freeze(entry.workOrderId, entry.members);
    const start: QueueEntryStart = made.ok ? made.value : { state: 'blocked', problem: made.problem };
    if (!(await queue.freezeWaiting(entry.id, start, time.nowMs()))) return null;
    if (start.state === 'waiting') {
      if (entry.frozen !== null) await news.frozenAnew(entry);
      return (await queue.entry(entry.id))?.state === 'waiting' ? start.frozen : null;
    }
    waits.forget(entry.id);
    await news.heldBack(entry, start.state, start.problem);
    return null;
  }

  /** Looks an unsure entry up and acts on what is found. True when that settled it. */
  async function check(entry: Sendable, signal: AbortSignal): Promise<boolean> {
    const link = parts.link();
    if (!isSameLink(entry.frozen.link, linkKeyOf(connector, link))) {
      return ask(entry, problem('blocked', 'sent-to-other-administration'), NOT_ASKED);
    }
    if (!quiet.isRunning(entry.id)) beginQuiet(entry);
    const ctx = connection.context(link.administration, link.settings, signal, 'push');
    const askedAtMs = time.monotonicMs();
    const sentAtMs = entry.sentAtMs ?? time.nowMs();
    const witness = witnessCalls(ctx, time);
    const finding = await lookUpEntry({ connector, time, logger }, witness.ctx, { ...entry, sentAtMs });
    if (finding.kind !== 'failed') linkHealth.worked();
    return conclude(entry, finding, askedAtMs, { calls: witness.calls(), found: [] });
  }

  async function conclude(entry: Sendable, finding: Finding, askedAtMs: number, evidence: Evidence): Promise<boolean> {
    switch (finding.kind) {
      case 'found': {
        if (!(await pdfsBeside(entry))) return false;
        const taken = await queue.booked(entry.id, finding.remote, 'found', time.nowMs(), evidence);
        packageTookIt(entry.id);
        if (taken === null) await tellBooked(entry, finding.remote, 'found');
        else await news.held(entry, taken);
        return true;
      }
      case 'question':
        return ask(entry, finding.problem, { ...evidence, found: finding.candidates });
      case 'absent':
        return lookUp.reliable
          ? weighAbsence(entry, askedAtMs, evidence)
          : ask(entry, problem('outcome-unknown', 'look-up-unreliable'), evidence);
      case 'failed':
        // Stopped on request is no news: the app is closing.
        if (finding.problem.kind !== 'cancelled') {
          await queue.notLookedUp(entry.id, finding.problem, time.nowMs(), evidence);
        }
        if (isRefusal(finding.problem)) return weighRefusal(entry, finding.problem, askedAtMs, evidence);
        waits.lookUpFailed(entry.id, finding.problem);
        await news.unsure(entry, entry.problem ?? finding.problem);
        return false;
      default:
        return assertNever(finding);
    }
  }

  /** Tells that the document is there, and which of the PDFs that went in its call are not. */
  async function tellBooked(entry: Sendable, remote: RemoteDocument, how: 'booked' | 'found'): Promise<void> {
    await news.booked(entry, remote, how);
    if (pdfCapability?.how !== 'in-create') return;
    const booked = await queue.get(entry.id);
    for (const { fileName, state, problem: why } of booked?.pdfs ?? []) {
      if (state === 'held' && why !== null) await news.pdfHeld(entry, { fileName, documentNumber: remote.number }, why);
    }
  }

  async function weighAbsence(entry: Sendable, askedAtMs: number, evidence: Evidence): Promise<boolean> {
    const verdict = quiet.judge(entry.id, askedAtMs);
    await queue.absent(entry.id, verdict.kind, time.nowMs(), evidence);
    if (verdict.kind !== 'absent') {
      waits.lookUpIn(entry.id, verdict.waitMs);
      await news.unsure(entry, entry.problem ?? problem('outcome-unknown', 'outcome-unknown'));
      return false;
    }
    // It would say the same of every further attempt.
    if (entry.problem?.taken) return ask(entry, problem('blocked', 'taken-not-found'), evidence);
    await queue.released(entry.id, 'look-up', time.nowMs());
    forget(entry.id);
    await news.released(entry);
    return true;
  }

  /**
   * The package answered that it cannot be asked for this document. As long as a document that arrives late could still show
   * in another way it is asked again; after that only the office can look.
   */
  async function weighRefusal(
    entry: Sendable,
    found: Problem,
    askedAtMs: number,
    evidence: Evidence,
  ): Promise<boolean> {
    const verdict = quietRefusals.judge(entry.id, askedAtMs);
    if (verdict.kind === 'absent') {
      const question = problem('outcome-unknown', 'look-up-refused', {}, { vendor: found.vendor ?? NO_WORDS });
      return ask(entry, found.kind === 'blocked' ? found : question, evidence);
    }
    waits.lookUpIn(entry.id, verdict.waitMs);
    await news.unsure(entry, entry.problem ?? found);
    return false;
  }

  /** Holds the entry: only the office can say whether the document is there. */
  async function ask(entry: Sendable, question: Problem, evidence: Evidence): Promise<true> {
    await queue.held(entry.id, question, time.nowMs(), evidence);
    forget(entry.id);
    await news.held(entry, question);
    return true;
  }

  /** Longer after each attempt, so that a document on which a package always fails is not sent every few minutes. */
  function beginQuiet({ id, attempts }: Pick<QueueEntry, 'id' | 'attempts'>): void {
    const quietMs = Math.max(lookUp.quietMs, retryDelayMs({ kind: 'outcome-unknown' }, attempts, random));
    quiet.begin(id, quietMs);
    quietRefusals.begin(id, quietMs);
  }

  function packageTookIt(id: number): void {
    linkHealth.worked();
    pushHealth.worked();
    forget(id);
  }

  function forget(id: number): void {
    waits.forget(id);
    quiet.end(id);
    quietRefusals.end(id);
  }

  return {
    pass,
    nudged: waits.nudged,
    pdfsNudged: pdfs.nudged,
    woken: () => {
      quiet.beginAgain();
      quietRefusals.beginAgain();
      waits.woken();
      pdfs.woken();
    },
    takeCounts: news.takeCounts,
  };
}

/** Whether a look-up failed in a way that asking again does not mend. */
const isRefusal = ({ kind, field }: Problem): boolean =>
  kind === 'rejected' ||
  // With a field it is what Simon logs in with that was refused: mended, the package can be asked again.
  (kind === 'not-allowed' && field === undefined) ||
  kind === 'blocked' ||
  kind === 'invalid-input';

function withDocument(entry: QueueEntry): Sendable {
  if (entry.frozen === null) throw new Error(`Queue entry ${entry.id} is unsure but has no document`);
  return { ...entry, frozen: entry.frozen };
}
