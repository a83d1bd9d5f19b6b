import type { AttachTask, Attaching, Connector, ConnectorContext } from '../../connectors/_kit/connector';
import type { RemoteDocument } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever, fail, type Result } from '../../connectors/_kit/result';
import type { PdfEntry, PdfTask, RemoteStore } from '../db/store';
import type { Logger, Random, Time } from '../ports';
import type { Connection } from './connection';
import type { DeliveryNews } from './delivery-news';
import { createDeliveryWaits } from './delivery-waits';
import type { LinkSettings } from './engine';
import { fateOfWrite } from './fate-of-write';
import { isSameLink, linkKeyOf } from './freeze';
import type { LinkHealth } from './link-health';
import { lookUpEntry } from './look-up-entry';
import { tooLarge } from './prepare-pdfs';
import { createQuietPeriods } from './quiet-period';
import { retryDelayMs } from './retry-policy';

export interface PdfDeliveryParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly connection: Pick<Connection, 'context'>;
  readonly link: () => LinkSettings;
  readonly news: DeliveryNews;
  /** The connection as a whole. */
  readonly linkHealth: LinkHealth;
  /** Putting PDFs only: documents go on while the package fails on these. */
  readonly pdfHealth: LinkHealth;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
}

/**
 * Puts PDFs beside documents that are booked, each a step of its own. Whatever happens to one, its document stays booked.
 *
 * A PDF whose outcome is unknown is looked up, and put again only when it is surely absent: after the same quiet period
 * as a document. One that the package took is looked for as well, because a package may say yes and store nothing.
 */
export interface PdfDelivery {
  /** PDFs that are waiting or looked up. */
  readonly open: () => Promise<readonly PdfEntry[]>;
  /** Milliseconds until this one may be acted on; 0 = now. */
  readonly leftMs: (pdf: PdfEntry) => number;
  /** The one to act on now: who never failed goes first. Undefined when none may be acted on. */
  readonly first: (open: readonly PdfEntry[]) => PdfEntry | undefined;
  /** Acts on one. Throws what the store throws: then it may still say `sending`. */
  readonly act: (pdf: PdfEntry, signal: AbortSignal, sendSignal: AbortSignal) => Promise<void>;
  /** A bug of ours met this one. */
  readonly bugMet: (id: number) => void;
  /** The office chose to send PDFs again. */
  readonly nudged: () => void;
  readonly woken: () => void;
}

/** The package said that it took the PDF, but does not show it. */
const NOT_SEEN = 'pdf-not-seen';
/** How many are read at once, on top of those that are left alone. */
const BATCH = 50;

/** One PDF on its way, with everything that a call about it needs. */
interface Errand {
  readonly pdf: PdfTask;
  readonly task: AttachTask;
  readonly attaching: Attaching;
  readonly ctx: ConnectorContext;
  readonly sendCtx: ConnectorContext;
}

export function createPdfDelivery(parts: PdfDeliveryParts): PdfDelivery {
  const { store, connector, connection, news, linkHealth, pdfHealth, time, random, logger } = parts;
  const { lookUp, attachments: capability } = connector.manifest.capabilities;
  const waits = createDeliveryWaits({ clock: time, random, linkHealth, pushHealth: pdfHealth });
  const quiet = createQuietPeriods(time, lookUp.repeatMs);

  async function act(listed: PdfEntry, signal: AbortSignal, sendSignal: AbortSignal): Promise<void> {
    // The office may have decided something while others were sent.
    const pdf = await store.pdfs.task(listed.id);
    if (pdf?.state !== listed.state) return;
    const link = parts.link();
    if (!isSameLink(pdf.entry.frozen.link, linkKeyOf(connector, link))) {
      return hold(pdf, problem('blocked', 'pdf-other-administration'));
    }
    const { attaching } = connector.push;
    if (attaching === undefined || capability === null) throw new Error(`${connector.manifest.id} takes no PDFs`);
    const size = tooLarge(pdf, capability);
    if (size !== null) return hold(pdf, size);
    const contextFor = (stop: AbortSignal) => connection.context(link.administration, link.settings, stop, 'push');
    const ctx = contextFor(signal);
    const remote = await remoteOf(pdf, ctx);
    if (remote === null) return;
    const { frozen, sentAtMs } = pdf.entry;
    const task = { attachment: pdf.attachment, remote, document: frozen.document, sentAtMs: sentAtMs ?? time.nowMs() };
    const errand: Errand = { pdf, task, attaching, ctx, sendCtx: contextFor(sendSignal) };
    if (pdf.state === 'unsure') await check(errand);
    else await send(errand, signal);
  }

  /** The document that the PDF goes to; null when it cannot be told, and that is dealt with. */
  async function remoteOf(pdf: PdfTask, ctx: ConnectorContext): Promise<RemoteDocument | null> {
    const { entry, remote } = pdf;
    const { marker, document } = entry.frozen;
    if (remote.externalId !== '') {
      const customerExternalId = document.customer.externalId;
      return { ...remote, marker, customerExternalId, totalExclVat: null, totalInclVat: null };
    }
    // The office told that it is there, and only people's number of it.
    const finding = await lookUpEntry({ connector, time, logger }, ctx, {
      ...entry,
      sentAtMs: entry.sentAtMs ?? time.nowMs(),
    });
    if (finding.kind === 'found') return finding.remote;
    if (finding.kind === 'failed') waits.lookUpFailed(pdf.id, finding.problem);
    else await hold(pdf, problem('blocked', 'pdf-document-unknown'));
    return null;
  }

  async function send(errand: Errand, signal: AbortSignal): Promise<void> {
    const { pdf } = errand;
    if (pdf.attempts > 0) {
      // An earlier attempt may have arrived after all; a look-up costs less than a double PDF.
      const there = await find(errand);
      if (!there.ok) return waits.lookUpFailed(pdf.id, there.problem);
      if (there.value) return finish(pdf, 'pdf-found');
    }
    await store.pdfs.sending(pdf.id, time.nowMs());
    const answer = await put(errand);
    if (answer.ok) return confirm(errand);
    const { problem: found } = answer;
    const fate = fateOfWrite(found);
    switch (fate) {
      case 'refused':
        packageAnswered();
        return hold(pdf, found);
      case 'not-sent': {
        // What the package says of this PDF says nothing of the others.
        const waitMs = found.notCarriedOut ? waits.notReady(pdf.id, found) : waits.sendFailed(pdf.id, found);
        return store.pdfs.notSent(pdf.id, found, time.nowMs() + waitMs, time.nowMs());
      }
      case 'unsure': {
        await store.pdfs.unsure(pdf.id, found, time.nowMs());
        beginQuiet({ ...pdf, attempts: pdf.attempts + 1 });
        const isSettled = !signal.aborted && (await check({ ...errand, pdf: { ...pdf, problem: found } }));
        // Perhaps the package fails on each of them: the others wait a little too.
        if (!isSettled) pdfHealth.failed(found);
        return;
      }
      default:
        return assertNever(fate);
    }
  }

  /** The package took it: done when it can be seen there. */
  async function confirm(errand: Errand): Promise<void> {
    const { pdf } = errand;
    packageAnswered();
    const seen = await find(errand);
    if (seen.ok && seen.value) return finish(pdf, 'pdf-sent');
    await store.pdfs.unsure(pdf.id, problem('outcome-unknown', NOT_SEEN), time.nowMs());
    beginQuiet({ ...pdf, attempts: pdf.attempts + 1 });
    if (seen.ok) waits.lookUpIn(pdf.id, lookUp.repeatMs);
    else waits.lookUpFailed(pdf.id, seen.problem);
  }

  /** Looks an unsure PDF up. True when that settled it. */
  async function check(errand: Errand): Promise<boolean> {
    const { pdf } = errand;
    if (!quiet.isRunning(pdf.id)) beginQuiet(pdf);
    const askedAtMs = time.monotonicMs();
    const there = await find(errand);
    if (!there.ok) {
      waits.lookUpFailed(pdf.id, there.problem);
      return false;
    }
    linkHealth.worked();
    if (there.value) {
      await finish(pdf, 'pdf-found');
      return true;
    }
    const verdict = quiet.judge(pdf.id, askedAtMs);
    if (verdict.kind !== 'absent') {
      waits.lookUpIn(pdf.id, verdict.waitMs);
      return false;
    }
    // Putting again what was taken and is not there could go on for ever.
    if (pdf.problem?.code === NOT_SEEN) await hold(pdf, problem('blocked', 'pdf-vanished'));
    else await store.pdfs.released(pdf.id, time.nowMs());
    forget(pdf.id);
    return true;
  }

  async function find({ attaching, ctx, task, pdf }: Errand): Promise<Result<boolean>> {
    try {
      return await attaching.find(ctx, task);
    } catch (error) {
      return fail(problem('bad-response', 'app-error', { id: logger.bug('pdf', error, { pdfId: pdf.id }) }));
    }
  }

  async function put({ attaching, sendCtx, task, pdf }: Errand): Promise<Result<null>> {
    try {
      return await attaching.put(sendCtx, task);
    } catch (error) {
      // A bug of ours; whether the request had left is unknown.
      return fail(problem('outcome-unknown', 'app-error', { id: logger.bug('pdf', error, { pdfId: pdf.id }) }));
    }
  }

  async function finish(pdf: PdfTask, step: 'pdf-sent' | 'pdf-found'): Promise<void> {
    await store.pdfs.done(pdf.id, step, time.nowMs());
    packageAnswered();
    forget(pdf.id);
    await news.pdfSent(pdf.entry, { fileName: pdf.fileName, documentNumber: pdf.remote.number });
  }

  async function hold(pdf: PdfTask, why: Problem): Promise<void> {
    await store.pdfs.held(pdf.id, why, time.nowMs());
    forget(pdf.id);
    await news.pdfHeld(pdf.entry, { fileName: pdf.fileName, documentNumber: pdf.remote.number }, why);
  }

  function packageAnswered(): void {
    linkHealth.worked();
    pdfHealth.worked();
  }

  function beginQuiet({ id, attempts }: Pick<PdfEntry, 'id' | 'attempts'>): void {
    quiet.begin(id, Math.max(lookUp.quietMs, retryDelayMs({ kind: 'outcome-unknown' }, attempts, random)));
  }

  function forget(id: number): void {
    waits.forget(id);
    quiet.end(id);
  }

  return {
    open: () => store.pdfs.due(BATCH + waits.count()),
    leftMs: waits.leftMs,
    first: (open) => open.filter((pdf) => waits.leftMs(pdf) === 0).sort(waits.compare)[0],
    act,
    bugMet: waits.bugMet,
    nudged: () => {
      waits.nudged();
      pdfHealth.tryNow();
    },
    woken: () => {
      quiet.beginAgain();
      waits.woken();
    },
  };
}
