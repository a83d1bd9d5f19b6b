import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../connectors/_kit/result';
import { problem } from '../../../connectors/_kit/problem';
import type { DocumentPage } from '../../../connectors/_kit/document-page';
import { createOpenDocumentCall } from '../../../main/ipc/open-document-call';

const PAGE: DocumentPage = { url: 'https://start.example/card', shows: 'customer' };

function open(page: DocumentPage | null, hasBrowser = true) {
  const opened: string[] = [];
  const call = createOpenDocumentCall({
    company: { documentPage: () => Promise.resolve(page) },
    openPage: (url) => {
      opened.push(url);
      return Promise.resolve(hasBrowser);
    },
  })['queue:open-document'];
  return { opened, call };
}

describe('opening a document', () => {
  it('shows its page', async () => {
    const { opened, call } = open(PAGE);
    expect(await call(7)).toEqual(ok(null));
    expect(opened).toEqual([PAGE.url]);
  });

  it('tells where it is when this computer has no browser', async () => {
    expect(await open(PAGE, false).call(7)).toEqual(fail(problem('blocked', 'no-browser', { address: PAGE.url })));
  });

  it('opens nothing when there is no document', async () => {
    const { opened, call } = open(null);
    expect(await call(7)).toMatchObject({ problem: { code: 'document-not-there' } });
    expect(opened).toEqual([]);
  });
});
