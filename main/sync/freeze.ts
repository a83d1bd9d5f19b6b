import type { Connector } from '../../connectors/_kit/connector';
import { problem } from '../../connectors/_kit/problem';
import { assertNever, fail, ok, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { DocumentPreview } from '../../preload/contract/views';
import type { ArticleForDocument, LinkKey, QueueEntryStart, RemoteStore } from '../db/store';
import { buildDocument, settingArticleCodes, type BuildOutcome } from '../domain/build-document';
import type { PdfMaker } from '../documents/pdf-maker';
import { combined } from '../log/problem-text';
import type { Time } from '../ports';
import type { LinkSettings } from './engine';

export interface FreezeParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly link: () => LinkSettings;
  readonly pdfs: Pick<PdfMaker, 'fileName'>;
  readonly time: Time;
}

/** Makes of a work order what is sent: preview and queue get the same value from the same code. */
export interface Freezer {
  /** What would be sent as things are now. Fails with `work-order-gone`. */
  readonly preview: (workOrderId: number) => Promise<Result<DocumentPreview>>;
  /** The same as the start of a queue entry. */
  readonly freeze: (workOrderId: number) => Promise<Result<QueueEntryStart>>;
}

/** The administration that this link leads to. */
export const linkKeyOf = (connector: Connector, { administration }: LinkSettings): LinkKey => ({
  package: connector.manifest.id,
  administrationId: administration.id,
});

export const isSameLink = (one: LinkKey, other: LinkKey): boolean =>
  one.package === other.package && one.administrationId === other.administrationId;

export function createFreezer({ store, connector, link, pdfs, time }: FreezeParts): Freezer {
  const { push, manifest } = connector;
  const { attachments } = manifest.capabilities;

  /** `settings` are those of the moment of asking: a save meanwhile must not mix two versions in one document. */
  const build = async (workOrderId: number, settings: Settings): Promise<Result<BuildOutcome>> => {
    const [workOrder, detail, identity, { hourPolicy }] = await Promise.all([
      store.workOrders.forDocument(workOrderId),
      store.workOrders.get(workOrderId),
      store.info.identity(),
      store.companySettings.get(),
    ]);
    if (workOrder === null) return fail(problem('invalid-input', 'work-order-gone'));
    return ok(
      buildDocument({
        workOrder,
        settings,
        hourPolicy,
        settingArticles: await articlesOf(settings),
        markerTag: identity.markerTag,
        archivedAtMs: detail?.archivedAtMs ?? time.nowMs(),
      }),
    );
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
    preview: async (workOrderId) => {
      const { settings, administration } = link();
      const built = await build(workOrderId, settings);
      if (!built.ok) return built;
      const outcome = built.value;
      if (outcome.kind !== 'document') return ok(outcome);
      const { document } = outcome;
      const along = attachments === null ? [] : document.pdfs;
      return ok({
        kind: 'document',
        document,
        request: push.toRequest(document, settings, administration),
        pdfFileNames: along.map((kind) => pdfs.fileName(kind, document)),
      });
    },

    freeze: async (workOrderId) => {
      const current = link();
      const built = await build(workOrderId, current.settings);
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
