import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import { practiceSettings, startSimulator, type EBoekhoudenBooks } from '../../connectors/e-boekhouden/simulator/index';
import { acceptance } from './acceptance';
import { everyCall } from './every-call';
import { connectorContract, type ContractFixture } from './suite';

/** Three groups: the whole list is cut off in these books, and each of them is asked by itself. */
const GROUPS = ['020', '050', '060'];

const fixture: ContractFixture<EBoekhoudenBooks> = {
  connector: eBoekhouden,
  start: startSimulator,
  wrongSecrets: (right) => ({ ...right, securityCode1: 'dit-is-geen-beveiligingscode' }),
  settings: practiceSettings,
  paged: {
    resource: 'articles',
    books: { customers: 5, articles: 600 },
    quirks: { recordCap: '500' },
    settings: { articleGroups: GROUPS },
  },
  paths: {
    paged: 'GetArtikelen',
    create: { method: 'POST', path: '/soap.asmx', operation: 'AddFactuur' },
    lookUp: { operation: 'GetFacturen' },
  },
  // The whole list, and each group.
  requestsWhenUnchanged: 4,
  office: {
    change: (books) => {
      const article = pick(books, 3);
      books.changeArticle(article.code, { description: 'Nieuwe omschrijving' });
      return article.id;
    },
    deactivate: (books) => {
      const article = pick(books, 20);
      books.deactivateArticle(article.code);
      return article.id;
    },
    distort: (books) => {
      const article = pick(books, 10);
      books.distort(article.id, { VerkoopprijsExclBTW: 'twaalf euro' });
      return article.id;
    },
    endGrants: (books) => books.expireSessions(),
    copyDocument: (books, marker) => {
      const [customer] = books.relations();
      const [article] = books.articles();
      books.addInvoice({
        relationCode: customer?.code ?? '',
        day: '2026-11-22',
        lines: [[article?.code ?? '', '1', `Kopie ${marker}`]],
      });
    },
  },
};

function pick(books: EBoekhoudenBooks, index: number) {
  const article = books.articles().filter(({ groupCode }) => groupCode !== null && GROUPS.includes(groupCode))[index];
  if (article === undefined) throw new Error(`These books have no article ${index} in the chosen groups`);
  return article;
}

connectorContract(fixture);

/** A session that ended is told in the body of a good answer. */
const SESSION_ENDED =
  '<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
  '<AnyResponse xmlns="http://www.e-boekhouden.nl/soap"><AnyResult><ErrorMsg><LastErrorCode>E002.3</LastErrorCode>' +
  '<LastErrorDescription>Sessie is verlopen</LastErrorDescription></ErrorMsg></AnyResult></AnyResponse>' +
  '</soap:Body></soap:Envelope>';

everyCall({
  connector: eBoekhouden,
  start: startSimulator,
  settings: practiceSettings,
  unauthorized: { kind: 'status', status: 200, body: SESSION_ENDED, headers: { 'content-type': 'text/xml' } },
});

acceptance({
  connector: eBoekhouden,
  start: startSimulator,
  settings: practiceSettings,
  office: {
    resource: 'customers',
    change: (books, turn) => {
      const { id } = books.customer('000123');
      books.changeCustomer('000123', { company: `Café Zoë ${turn}` });
      return id;
    },
  },
  markInTheFuture: () => 'e-Boekhouden has no dates of change: every run reads the whole list.',
  longText: 'An invoice of e-Boekhouden has one text of our choice, that of a line, and it has no limit.',
});
