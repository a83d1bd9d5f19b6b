import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectorIds, loadConnector } from '../../../connectors/registry';
import { createDocumentPage } from '../../../main/company/document-page';
import { asRemote } from '../../../main/db/as-remote';
import { frozen } from '../db/records';
import { draft, must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
  await test.activate();
  test.freezeAs = (id) => ({ state: 'waiting', frozen: frozen(test.store, id) });
});
afterEach(() => test.close());

/** The entry of a work order that was archived. */
async function archived(): Promise<number> {
  const { calls } = test.company;
  const { id } = must(await calls['work-orders:create'](draft()));
  must(await calls['work-orders:report-ready'](id));
  await calls['work-orders:archive']([id]);
  return test.store.workOrders.get(id)?.queueEntryId ?? 0;
}

async function booked(): Promise<number> {
  const id = await archived();
  const entry = test.store.queue.entry(id);
  if (!entry?.frozen) throw new Error('It was not frozen');
  const { marker, document } = entry.frozen;
  test.store.queue.sending(id, test.time.nowMs());
  const remote = {
    externalId: 'order-1',
    number: '20031',
    marker,
    customerExternalId: document.customer.externalId,
    totalExclVat: null,
    totalInclVat: null,
  };
  test.store.queue.booked(id, remote, 'booked', test.time.nowMs());
  return id;
}

const pageOf = (connectors: Partial<Parameters<typeof createDocumentPage>[0]['connectors']> = {}) =>
  createDocumentPage({
    store: asRemote(test.store),
    connectors: {
      ids: connectorIds,
      load: loadConnector,
      endpoints: async (id) => (await loadConnector(id)).manifest.endpoints,
      ...connectors,
    },
  });

describe('the page of a document', () => {
  it('is the first page of the app of a package that has no other', async () => {
    expect(await pageOf()(await booked())).toEqual({ url: 'https://web.snelstart.nl', shows: 'start' });
  });

  it('is there only once the document is, or may be', async () => {
    expect(await pageOf()(await archived())).toBeNull();
  });

  it('is the one of the endpoints file', async () => {
    const endpoints = () => Promise.resolve({ web: 'https://test.snelstart.example/app' });
    expect(await pageOf({ endpoints })(await booked())).toMatchObject({ url: 'https://test.snelstart.example/app' });
  });

  it('is never anywhere else than at the app of the package', async () => {
    const load = async (id: string) => ({
      ...(await loadConnector(id)),
      documentPage: () => ({ url: 'https://elsewhere.example/', shows: 'document' as const }),
    });
    await expect(pageOf({ load })(await booked())).rejects.toThrow('not its own app');
  });
});

it('every package names its own app in the browser, by https', async () => {
  const connectors = await Promise.all(connectorIds.map(loadConnector));
  for (const { manifest } of connectors) expect(manifest.endpoints.web, manifest.id).toMatch(/^https:/u);
});
