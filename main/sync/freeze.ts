import type { Connector } from '../../connectors/_kit/connector';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever, fail, ok, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { DocumentPreview } from '../../preload/contract/views';
import type { ArticleForDocument, LinkKey, QueueEntryStart, RemoteStore } from '../db/store';
import { buildDocument, settingArticleCodes, type BuildOutcome } from '../domain/build-document';
import { combineDocuments, type DocumentPart } from '../domain/combine-documents';
import type { PdfMaker } from '../documents/pdf-maker';
import { combined } from '../log/problem-text';
import type { Time } from '../ports';
import type { LinkSettings } from './engine';
import { pdfsAlong } from './prepare-pdfs';

export interface FreezeParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly link: () => Pick<LinkSettings, 'settings' | 'version' | 'administration'>;
  readonly pdfs: Pick<PdfMaker, 'fileName'>;
  readonly time: Time;
}

/**
 * Makes of a work order what is sent: preview and queue get the same value from the same code. `members`: the other work
 * orders on its document. What one of them lacks blocks the document.
 */
export interface Freezer {
  /** What would be sent as things are now. Fails with `work-order-gone`. */
  readonly preview: (workOrderId: number, members?: readonly number[]) => Promise<Result<DocumentPreview>>;
  /** The same as the start of a queue entry. */
  readonly freeze: (workOrderId: number, members?: readonly number[]) => Promise<Result<QueueEntryStart>>;
}

/** The administration that this link leads to. */
export const linkKeyOf = (connector: Connector, { administration }: Pick<LinkSettings, 'administration'>): LinkKey => ({
  package: connector.manifest.id,
  administrationId: administration.id,
});

export const isSameLink = (one: LinkKey, other: LinkKey): boolean =>
  one.package === other.package && one.administrationId === other.administrationId;

/** A work order as it would be sent, or why it would not; pure. */
export function previewOf(
  outcome: BuildOutcome,
  {
    connector,
    pdfs,
    settings,
    administration,
  }: Pick<FreezeParts, 'connector' | 'pdfs'> & Pick<LinkSettings, 'settings' | 'administration'>,
): DocumentPreview {
  if (outcome.kind !== 'document') return outcome;
  const { document } = outcome;
  const along = pdfsAlong(connector.manifest.capabilities.attachments, document);
  return {
    kind: 'document',
    document,
    request: connector.push.toRequest(document, settings, administration),
    pdfFileNames: along.map(({ kind, workOrderNumber, revision }) =>
      pdfs.fileName(kind, { workOrderNumber, revision }),
    ),
  };
}

export function createFreezer({ store, connector, link, pdfs, time }: FreezeParts): Freezer {
  const { push, manifest } = connector;
  const { combining } = manifest.capabilities;

  interface Built {
    readonly outcome: BuildOutcome;
    readonly workDay: string | null;
  }

  /** `settings` are those of the moment of asking: a save meanwhile must not mix two versions in one document. */
  const build = async (
    workOrderId: number,
    members: readonly number[],
    settings: Settings,
  ): Promise<Result<BuildOutcome>> => {
    if (members.length === 0) {
      const built = await buildOne(workOrderId, settings);
      return built.ok ? ok(built.value.outcome) : built;
    }
    const parts: DocumentPart[] = [];
    const problems: Problem[] = [];
    for (const id of [workOrderId, ...members]) {
      const built = await buildOne(id, settings);
      if (!built.ok) return built;
      const { outcome, workDay } = built.value;
      if (outcome.kind === 'document') parts.push({ document: outcome.document, workDay });
      else problems.push(...(outcome.kind === 'skipped' ? [outcome.reason] : outcome.problems));
    }
    const [first, ...others] = parts;
    if (problems.length > 0 || first === undefined) return ok({ kind: 'blocked', problems });
    if (combining === undefined || !others.every((other) => isSameCustomer(first, other))) {
      return ok({ kind: 'blocked', problems: [problem('blocked', 'cannot-be-together')] });
    }
    return ok({ kind: 'document', document: combineDocuments([first, ...others], combining) });
  };

  const buildOne = async (workOrderId: number, settings: Settings): Promise<Result<Built>> => {
    const [workOrder, detail, identity, { hourPolicy }] = await Promise.all([
      store.workOrders.forDocument(workOrderId),
      store.workOrders.get(workOrderId),
      store.info.identity(),
      store.companySettings.get(),
    ]);
    if (workOrder === null) return fail(problem('invalid-input', 'work-order-gone'));
    const outcome = buildDocument({
      workOrder,
      settings,
      hourPolicy,
      settingArticles: await articlesOf(settings),
      markerTag: identity.markerTag,
      archivedAtMs: detail?.archivedAtMs ?? time.nowMs(),
    });
    return ok({ outcome, workDay: workOrder.workDay });
  };

  const articlesOf = async (settings: Settings): Promise<ReadonlyMap<string, ArticleForDocument>> => {
    const articles = new Map<string, ArticleForDocument>();
    for (const code of settingArticleCodes(settings)) {
      const article = await store.articles.byCode(code);
      if (article !== null) articles.set(code, article);
    }
    return articles;
  };

  return {
    preview: async (workOrderId, members = []) => {
      const { settings, administration } = link();
      const built = await build(workOrderId, members, settings);
      if (!built.ok) return built;
      return ok(previewOf(built.value, { connector, pdfs, settings, administration }));
    },

    freeze: async (workOrderId, members = []) => {
      const current = link();
      const built = await build(workOrderId, members, current.settings);
      if (!built.ok) return built;
      const outcome = built.value;
      switch (outcome.kind) {
        case 'skipped':
          return ok({ state: 'skipped', problem: outcome.reason });
        case 'blocked':
          return ok({ state: 'blocked', problem: combined(outcome.problems, manifest.label) });
        case 'document': {
          const { document } = outcome;
          const request = push.toRequest(document, current.settings, current.administration);
          const frozen = {
            link: linkKeyOf(connector, current),
            settingsVersion: current.version,
            marker: document.marker,
            document,
            request,
          };
          return ok({ state: 'waiting', frozen });
        }
        default:
          return assertNever(outcome);
      }
    },
  };
}

/** The same customer and its reference: the header of a document has one of each. */
const isSameCustomer = (one: DocumentPart, other: DocumentPart): boolean =>
  one.document.customer.externalId === other.document.customer.externalId &&
  one.document.customerReference.trim() === other.document.customerReference.trim();
