/** Compares the customers, articles and files of a package with those in Simon, row by row, when all is quiet. */
import { decimal, plain } from '../../connectors/_kit/decimal';
import type { Store } from '../../main/db/store';
import type { WorkDone } from './auditor';
import type { Office } from './offices/office';
import type { Violation } from './violation';

const EVERYTHING = { search: '', offset: 0, limit: 10_000 } as const;

export function auditData(store: Store, office: Office): readonly Violation[] {
  const customers = office.customers().map(({ number, name }) => `customer ${number} ${name}`);
  const shownCustomers = store.customers
    .list(EVERYTHING)
    .rows.filter(({ active }) => active)
    .map(({ number, name }) => `customer ${number} ${name}`);
  const articles = office.articles();
  const shownArticles = store.articles.list(EVERYTHING).rows.filter(({ active }) => active);
  return [
    ...differences(customers, shownCustomers),
    ...differences(articles.map(articleText), shownArticles.map(articleText)),
  ];
}

interface PricedArticle {
  readonly code: string;
  readonly description: string;
  readonly unitPrice: string | null;
}

const articleText = ({ code, description, unitPrice }: PricedArticle): string =>
  `article ${code} ${description} ${unitPrice === null ? '' : plain(decimal(unitPrice))}`;

function differences(inBooks: readonly string[], inSimon: readonly string[]): readonly Violation[] {
  const books = new Set(inBooks);
  const simon = new Set(inSimon);
  const missing = inBooks.filter((one) => !simon.has(one)).map((one) => `not in Simon: ${one}`);
  const extra = inSimon.filter((one) => !books.has(one)).map((one) => `only in Simon: ${one}`);
  return [...missing, ...extra].map((detail) => ({ kind: 'wrong-data', detail }));
}

/** The work order itself, and its form. */
const PDFS_OF_EACH = 2;

/** Each PDF of each work order that was delivered is there once. */
export function auditPdfs(
  store: Store,
  office: Pick<Office, 'files'>,
  done: readonly WorkDone[],
  pdfsOfEach = PDFS_OF_EACH,
): readonly Violation[] {
  const files = office.files();
  return done.flatMap(({ entryId, number }) => {
    const entry = store.queue.get(entryId);
    if (entry?.state !== 'booked') return [];
    if (entry.pdfs.length !== pdfsOfEach * (1 + entry.together.length)) {
      return [{ kind: 'wrong-pdfs', detail: `${number}: ${entry.pdfs.length} PDFs were made` }];
    }
    return entry.pdfs.flatMap(({ fileName, state }): Violation[] => {
      const count = files.filter((file) => file === fileName).length;
      const detail = `${number}: ${fileName} is there ${count} times, ${state}`;
      return count === 1 && state === 'done' ? [] : [{ kind: 'wrong-pdfs', detail }];
    });
  });
}
