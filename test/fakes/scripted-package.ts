import type { AttachTask, Administration, Connector, IdPage, PullPage } from '../../connectors/_kit/connector';
import type { Attachment, OutgoingDocument, RemoteDocument } from '../../connectors/_kit/document';
import type { AttachmentCapability, Manifest } from '../../connectors/_kit/manifest';
import type { Mark, Resource } from '../../connectors/_kit/model';
import { problem, type Problem, type ProblemKind } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Json } from '../../connectors/_kit/text';
import type { Time } from '../../main/ports';

/** What happens to one create call. Without a script every document is taken in. */
export type CreateStep =
  | { readonly does: 'answer' }
  /** Taken in, and the answer gets lost: as `kind` tells the sender. */
  | { readonly does: 'lose-answer'; readonly kind: ProblemKind }
  /** Not taken in, and the sender is told `kind`. */
  | { readonly does: 'lose-request'; readonly kind: ProblemKind; readonly retryAfterMs?: number }
  /** The sender is told `outcome-unknown`; the document is taken in this much later. */
  | { readonly does: 'arrive-late'; readonly afterMs: number }
  /** No answer until `release` is called. */
  | { readonly does: 'hang' }
  | { readonly does: 'throw' };

/** What happens to one call that puts a PDF beside a document. Without a script every PDF is taken in. */
export type PutStep =
  | { readonly does: 'answer' }
  /** The sender is told that it is there, but it is not. */
  | { readonly does: 'say-yes-and-forget' }
  | { readonly does: 'refuse-for-now' }
  | { readonly does: 'lose-answer'; readonly kind: ProblemKind }
  | { readonly does: 'lose-request'; readonly kind: ProblemKind; readonly retryAfterMs?: number }
  | { readonly does: 'arrive-late'; readonly afterMs: number }
  | { readonly does: 'throw' };

/** A PDF in the books. */
export interface KeptPdf {
  readonly documentId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** One step of reading a table: a page, a problem, or a bug. */
export type PullStep = PullPage<Resource> | Problem | 'throw' | (() => Promise<void>);

/**
 * An accounting package in memory that does what a test tells it, call by call. Its connector speaks no HTTP: what is
 * tested is what the engine makes of the answers.
 */
export class ScriptedPackage {
  readonly documents: RemoteDocument[] = [];
  /** Bodies of every create call that left, whether or not it was taken in. */
  readonly sent: Json[] = [];
  readonly calls: string[] = [];
  readonly createSteps: CreateStep[] = [];
  readonly findSteps: (ProblemKind | 'answer')[] = [];
  /** How it takes PDFs; null = not at all. */
  attachments: AttachmentCapability | null = null;
  readonly pdfs: KeptPdf[] = [];
  readonly putSteps: PutStep[] = [];
  readonly findPdfSteps: (ProblemKind | 'answer')[] = [];
  /** PDFs on which every put fails, with the kind of the problem; not taken in. */
  failOnPdf: (fileName: string) => ProblemKind | null = () => null;
  readonly checkSteps: (ProblemKind | 'answer')[] = [];
  administration: Administration = { id: 'adm-1', name: 'Jansen Installaties', facts: { decimals: 2 } };
  /** Documents on which every create fails, with the kind of the problem; not taken in. */
  failOn: (marker: string) => ProblemKind | null = () => null;
  /** What the package makes of a document in its books. */
  bookAs: Partial<RemoteDocument> = {};
  /** How many bodies a request has, best first. */
  variants = 1;
  /** Steps of the next reading of a table; afterwards there is nothing new. */
  readonly pulls: Partial<Record<Resource, PullStep[]>> = {};
  /** The mark that each reading began with. */
  readonly marksAsked: (readonly [Resource, Json])[] = [];
  /** Ids that the package has, by table; one page each. A problem ends the list after the first page. */
  readonly ids: Partial<Record<Resource, readonly (IdPage | Problem)[]>> = {};
  /** Called at each boundary of a call; may throw to let the program die there. */
  onBoundary: (name: string) => void = () => undefined;
  release: () => void = () => undefined;
  private numbers = 0;

  constructor(
    private readonly time: Time,
    private readonly lookUp: Manifest['capabilities']['lookUp'] = {
      reliable: true,
      quietMs: 150_000,
      repeatMs: 60_000,
    },
  ) {}

  /** Puts a document in the books as if it had come from elsewhere. */
  keep(document: Omit<RemoteDocument, 'externalId' | 'number'>): RemoteDocument {
    this.numbers += 1;
    const kept = { ...document, externalId: `doc-${this.numbers}`, number: `2026-${this.numbers}` };
    this.documents.push(kept);
    return kept;
  }

  get connector(): Connector {
    return {
      manifest: this.manifest,
      auth: {
        obtain: () => Promise.resolve(ok({ token: 'token', expiresAtMs: null })),
        authorize: (call) => call,
        connectionProblem: () => null,
      },
      check: () => {
        this.calls.push('check');
        const step = this.checkSteps.shift() ?? 'answer';
        return Promise.resolve(step === 'answer' ? ok(this.administration) : fail(problem(step, `check-${step}`)));
      },
      checkSetting: () => Promise.reject(new Error('Not part of this test')),
      listChoices: () => Promise.reject(new Error('Not part of this test')),
      pull: (_ctx, resource, mark) => this.pull(resource, mark) as AsyncIterable<Result<PullPage<never>>>,
      listIds: (_ctx, resource) => this.listIds(resource),
      push: {
        toRequest: (document) => ({
          marker: document.marker,
          variants: Array.from({ length: this.variants }, (_, variant) => bodyOf(document, variant)),
          fields: [],
          lines: [],
          cuts: [],
        }),
        findByMarker: (_ctx, { marker }) => this.find(marker),
        create: (ctx, body, attachments) => this.create(body as unknown as Body, attachments, ctx.signal),
        ...(this.attachments?.how === 'after-create'
          ? { attaching: { find: (_ctx, task) => this.findPdf(task), put: (_ctx, task) => this.putPdf(task) } }
          : {}),
      },
    };
  }

  private get manifest(): Manifest {
    return {
      id: 'snelstart',
      label: 'Pakket',
      vendorSite: 'https://package.test',
      documentName: { nl: 'order', en: 'order' },
      explanation: [],
      link: {
        kind: 'key',
        credentials: [],
        registration: [],
        life: { unusedDays: null, certainty: 'unknown', source: '' },
        checkLabel: { nl: '', en: '' },
        loginSteps: [],
      },
      endpoints: {},
      capabilities: {
        resources: {
          customers: { incremental: 'change-date', deletions: 'flag' },
          articleGroups: { incremental: 'none', deletions: 'absence' },
          articles: { incremental: 'change-date', deletions: 'flag' },
          orders: { incremental: 'change-date', deletions: 'absence' },
        },
        pullIntervalMinutes: { default: 5, minimum: 1 },
        lookUp: this.lookUp,
        attachments: this.attachments,
        combining: { headings: 'line', maxLineText: null },
        requestsPerMinute: 60_000,
        decimals: { quantity: 2, unitPrice: 2 },
      },
      settings: [],
    };
  }

  private async create(
    body: Body,
    attachments: readonly Attachment[],
    signal: AbortSignal,
  ): Promise<Result<RemoteDocument>> {
    this.onBoundary('before create');
    this.calls.push(`create ${body.marker}`);
    this.sent.push({ ...body });
    const always = this.failOn(body.marker);
    const step: CreateStep =
      always === null ? (this.createSteps.shift() ?? { does: 'answer' }) : { does: 'lose-request', kind: always };
    const takeIn = (): RemoteDocument => {
      const taken = this.keep({ ...body.remote, ...this.bookAs });
      for (const pdf of attachments) this.keepPdf(taken, pdf);
      return taken;
    };
    switch (step.does) {
      case 'answer': {
        const taken = takeIn();
        this.onBoundary('after create');
        return ok(taken);
      }
      case 'lose-answer':
        takeIn();
        return fail(problem(step.kind, 'answer-lost'));
      case 'lose-request': {
        const wait = step.retryAfterMs === undefined ? {} : { retryAfterMs: step.retryAfterMs };
        return fail(problem(step.kind, `create-${step.kind}`, {}, wait));
      }
      case 'arrive-late':
        void this.time.sleep(step.afterMs).then(takeIn);
        return fail(problem('outcome-unknown', 'outcome-unknown'));
      case 'hang': {
        const taken = takeIn();
        await new Promise<void>((resolve) => {
          this.release = resolve;
          signal.addEventListener('abort', () => resolve());
        });
        return signal.aborted ? fail(problem('cancelled', 'cancelled')) : ok(taken);
      }
      case 'throw':
        takeIn();
        throw new Error('A bug of the connector');
    }
  }

  private keepPdf(document: RemoteDocument, { fileName, sha256 }: Attachment): void {
    this.pdfs.push({ documentId: document.externalId, fileName, sha256 });
  }

  private putPdf({ attachment, remote }: AttachTask): Promise<Result<null>> {
    this.onBoundary('before put');
    this.calls.push(`put ${attachment.fileName}`);
    const always = this.failOnPdf(attachment.fileName);
    const step: PutStep =
      always === null ? (this.putSteps.shift() ?? { does: 'answer' }) : { does: 'lose-request', kind: always };
    const failed = (kind: ProblemKind, code: string, wait = {}) => Promise.resolve(fail(problem(kind, code, {}, wait)));
    switch (step.does) {
      case 'answer':
        this.keepPdf(remote, attachment);
        this.onBoundary('after put');
        return Promise.resolve(ok(null));
      case 'say-yes-and-forget':
        return Promise.resolve(ok(null));
      case 'refuse-for-now':
        return Promise.resolve(fail({ ...problem('maintenance', 'put-too-early'), notCarriedOut: true }));
      case 'lose-answer':
        this.keepPdf(remote, attachment);
        return failed(step.kind, 'answer-lost');
      case 'lose-request':
        return failed(
          step.kind,
          `put-${step.kind}`,
          step.retryAfterMs === undefined ? {} : { retryAfterMs: step.retryAfterMs },
        );
      case 'arrive-late':
        void this.time.sleep(step.afterMs).then(() => this.keepPdf(remote, attachment));
        return failed('outcome-unknown', 'outcome-unknown');
      case 'throw':
        this.keepPdf(remote, attachment);
        throw new Error('A bug of the connector');
    }
  }

  private findPdf({ attachment, remote }: AttachTask): Promise<Result<boolean>> {
    this.onBoundary('before find pdf');
    this.calls.push(`find ${attachment.fileName}`);
    const step = this.findPdfSteps.shift() ?? 'answer';
    if (step !== 'answer') return Promise.resolve(fail(problem(step, `find-pdf-${step}`)));
    const isIt = (kept: KeptPdf): boolean =>
      kept.documentId === remote.externalId && kept.fileName === attachment.fileName;
    return Promise.resolve(ok(this.pdfs.some(isIt)));
  }

  private find(marker: string): Promise<Result<readonly RemoteDocument[]>> {
    this.onBoundary('before find');
    this.calls.push(`find ${marker}`);
    const step = this.findSteps.shift() ?? 'answer';
    if (step !== 'answer') return Promise.resolve(fail(problem(step, `find-${step}`)));
    return Promise.resolve(ok(this.documents.filter((one) => one.marker === marker)));
  }

  private async *pull(resource: Resource, mark: Mark | null): AsyncGenerator<Result<PullPage<Resource>>> {
    this.calls.push(`pull ${resource}`);
    this.marksAsked.push([resource, mark?.state ?? null]);
    const steps = this.pulls[resource] ?? [];
    while (steps.length > 0) {
      const step = steps.shift();
      if (step === 'throw') throw new Error('A bug of the connector');
      if (step === undefined) return;
      if (typeof step === 'function') await step();
      else if (!('kind' in step)) yield ok(step);
      else {
        yield fail(step);
        return;
      }
    }
  }

  private async *listIds(resource: Resource): AsyncGenerator<Result<IdPage>> {
    this.calls.push(`list ${resource}`);
    await Promise.resolve();
    for (const page of this.ids[resource] ?? []) {
      yield 'kind' in page ? fail(page) : ok(page);
      if ('kind' in page) return;
    }
  }
}

interface Body {
  readonly marker: string;
  readonly variant: number;
  readonly remote: Omit<RemoteDocument, 'externalId' | 'number'>;
}

const bodyOf = (document: OutgoingDocument, variant: number): Json => ({
  marker: document.marker,
  variant,
  lines: document.lines.map((line) => `${line.quantity} x ${line.article?.code ?? ''}`),
  remote: {
    marker: document.marker,
    customerExternalId: document.customer.externalId,
    totalExclVat: document.totals.exclVat,
    totalInclVat: document.totals.inclVat,
  },
});
