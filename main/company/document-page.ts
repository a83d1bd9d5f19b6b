import { baseAddress } from '../../connectors/_kit/base-address';
import { WEB_APP, type DocumentPage } from '../../connectors/_kit/document-page';
import type { RemoteStore } from '../db/store';
import type { Connectors } from '../ports';

/**
 * Where the office sees the document of a queue entry in the package's own app: of one that is booked, and of one that may be
 * there. Null: it surely is not there, or the package has no app in the browser.
 */
export function createDocumentPage({
  store,
  connectors,
}: {
  readonly store: Pick<RemoteStore, 'queue'>;
  readonly connectors: Connectors;
}): (entryId: number) => Promise<DocumentPage | null> {
  return async (entryId) => {
    const [entry, detail] = await Promise.all([store.queue.entry(entryId), store.queue.get(entryId)]);
    if (!entry?.frozen || detail === null) return null;
    if (detail.state !== 'booked' && !detail.held) return null;
    const { link, document } = entry.frozen;
    // Of a database that another version worked with.
    if (!connectors.ids.includes(link.package)) return null;
    const [connector, endpoints] = await Promise.all([
      connectors.load(link.package),
      connectors.endpoints(link.package),
    ]);
    if (endpoints[WEB_APP] === undefined) return null;
    const web = baseAddress(endpoints, WEB_APP);
    const sought = { externalId: detail.externalId ?? '', customerExternalId: document.customer.externalId };
    const page = connector.documentPage?.(sought, { endpoints, administrationId: link.administrationId }) ?? {
      url: web,
      shows: 'start' as const,
    };
    if (new URL(page.url).origin !== new URL(web).origin) {
      throw new Error(`${link.package} shows documents at ${new URL(page.url).origin}, which is not its own app`);
    }
    return page;
  };
}
