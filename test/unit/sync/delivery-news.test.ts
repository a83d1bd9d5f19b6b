import { describe, expect, it } from 'vitest';
import { manifest as billit } from '../../../connectors/billit/manifest';
import type { LogEntry } from '../../../main/db/store';
import { createOfficeLog } from '../../../main/log/office-log';
import { createDeliveryNews } from '../../../main/sync/delivery-news';
import { articleLine, descriptionLine, documentFor } from '../../contract/documents';

const ARTICLE = {
  externalId: '1',
  code: 'ARBEID',
  description: 'Arbeid',
  groupExternalId: null,
  unit: 'uur',
  unitPrice: '60.5',
  vatRate: '21',
  extra: null,
};
const CUSTOMER = {
  externalId: '7',
  number: '7',
  name: 'Jansen',
  address: { name: '', street: '', postcode: '', city: '', country: '' },
  workAddresses: [],
  phone: '',
  email: '',
  vatNumber: '',
  chamberOfCommerceNumber: '',
  extra: null,
};

/** The messages after a document of that many lines with an article was booked with these totals. */
async function messagesOf(charged: number, ours: string, theirs: string | null): Promise<readonly string[]> {
  const entries: LogEntry[] = [];
  const officeLog = createOfficeLog(billit);
  const news = createDeliveryNews({
    setRun: () => undefined,
    write: (compose) => {
      entries.push(...[compose(officeLog, { atMs: 0, runId: null })].flat());
      return Promise.resolve();
    },
  });
  const lines = [descriptionLine('Ketel vervangen'), ...Array.from({ length: charged }, () => articleLine(ARTICLE))];
  const document = documentFor(CUSTOMER, lines, { totals: { exclVat: ours, vat: null, inclVat: null } });
  const { marker } = document;
  const request = { marker, variants: [], fields: [], lines: [], cuts: [] };
  const frozen = {
    link: { package: 'billit', administrationId: '1' },
    settingsVersion: 1,
    marker,
    document,
    request,
  };
  const remote = { externalId: '5', number: '12', marker, customerExternalId: '7', totalInclVat: null };
  const entry = { id: 1, workOrderId: 1, workOrderNumber: '1001', frozen };
  await news.booked(entry, { ...remote, totalExclVat: theirs }, 'booked');
  return entries.map(({ message }) => message.nl);
}

describe('a total in the package that is not Simon’s', () => {
  const BOOKED = 'Geboekt in Billit als factuur 12.';

  it.each([
    ['that the package does not tell', 2, '84.82', null],
    ['written in another way', 1, '84.80', '84.8'],
    ['that was rounded over the sum of the lines', 2, '84.82', '84.81'],
    ['that was rounded over the sum of many lines', 7, '84.82', '84.85'],
  ])('%s is no news', async (_, lines, ours, theirs) => {
    expect(await messagesOf(lines, ours, theirs)).toEqual([BOOKED]);
  });

  it.each([
    ['one line by a cent', 1, '84.82', '84.81'],
    ['two lines by two cents', 2, '84.82', '84.80'],
    ['seven lines by four cents', 7, '84.82', '84.86'],
  ])('is told when it differs on %s', async (_, lines, ours, theirs) => {
    const comma = (amount: string): string => amount.replace('.', ',');
    const differs = `Het totaal in Billit is ${comma(theirs)} excl. btw, volgens Simon ${comma(ours)}.`;
    expect(await messagesOf(lines, ours, theirs)).toEqual([BOOKED, differs]);
  });
});
