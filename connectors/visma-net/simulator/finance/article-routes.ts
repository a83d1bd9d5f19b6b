import { jsonResponse, type SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { Books } from '../books';
import { ARTICLE_STATUSES, ARTICLE_TYPES, type Article } from '../model';
import { articleView, itemClassView, timestampOf, type ArticleExpands } from './article-view';
import { answerList, isOn, type ListSource } from './list';
import { described } from './place-view';
import { one, route, type FinanceApiOptions, type FinanceRoute } from './routes';

/** Articles, their classes and their stock. */
export function articleRoutes(options: FinanceApiOptions): FinanceRoute[] {
  const { problems, quirks, times, finish } = options;
  const expandsOf = (query: URLSearchParams): ArticleExpands => {
    const all = quirks.expandDefault === 'all';
    return {
      warehouseDetail: isOn(query, 'expandWarehouseDetail', all),
      inventoryUnits: isOn(query, 'expandInventoryUnits', all),
      crossReference: isOn(query, 'expandCrossReference', all),
      attribute: isOn(query, 'expandAttribute', all),
      attachment: isOn(query, 'expandAttachment', all),
      salesCategories: isOn(query, 'expandSalesCategories', all),
      note: isOn(query, 'expandNote', false),
    };
  };
  const view = (article: Article, expands: ArticleExpands, books: Books): Record<string, unknown> =>
    finish(`article ${article.inventoryId}`, articleView(article, expands, books, times));
  const whole: ArticleExpands = {
    warehouseDetail: true,
    inventoryUnits: true,
    crossReference: true,
    attribute: true,
    attachment: true,
    salesCategories: true,
    note: true,
  };
  const show = (article: Article | null, books: Books): SimulatorResponse =>
    article === null
      ? problems.notFound("'Inventory ID'")
      : jsonResponse(200, view(article, whole, books), { etag: `"${timestampOf(article.modifiedMs)}"` });
  return [
    route('GET', '/v1/inventory', (request, { books }) => {
      const expands = expandsOf(request.query);
      return answerList(request, articleSource(books), (article) => view(article, expands, books), options);
    }),
    route('GET', '/v1/inventory/itemClass', (_request, { books }) =>
      jsonResponse(200, books.itemClasses.map(itemClassView)),
    ),
    route('GET', '/v1/inventory/itemClass/{id}', (_request, { books }, { id = '' }) =>
      one(
        books.itemClasses.find((itemClass) => itemClass.id === id),
        itemClassView,
        'Item Class',
        problems,
      ),
    ),
    route('GET', '/v1/inventory/internal/{id}', (_request, { books }, { id = '' }) =>
      show(books.articles.byId(id), books),
    ),
    route('GET', '/v1/inventory/{number}', (_request, { books }, { number = '' }) =>
      show(books.articleByNumber(number), books),
    ),
    route('GET', '/v1/inventorysummary/{number}', (_request, { books }, { number = '' }) => {
      const article = books.articleByNumber(number);
      return article === null ? problems.notFound("'Inventory ID'") : jsonResponse(200, stockOf(article, books));
    }),
  ];
}

const articleSource = (books: Books): ListSource<Article> => ({
  rows: () => books.articles.all(),
  texts: {
    inventorynumber: (article) => article.number,
    description: (article) => article.description,
    alternateid: (article) => article.barcode,
  },
  choices: {
    status: { of: (article) => article.status, values: ARTICLE_STATUSES },
    inventoryTypes: { of: (article) => article.type, values: ARTICLE_TYPES },
  },
  moments: {
    lastmodifieddatetime: (article) => article.modifiedMs,
    createddatetime: (article) => article.createdMs,
    availabilitylastmodifieddatetime: (article) => article.modifiedMs,
  },
  attributes: (article) => article.attributes,
  modified: (article) => article.modifiedMs,
});

const stockOf = (article: Article, books: Books): Record<string, unknown>[] =>
  books.warehouses
    .all()
    .filter((warehouse) => warehouse.id === article.defaultWarehouseId)
    .map((warehouse) => ({
      inventory: { number: article.number, description: article.description },
      warehouse: described(warehouse.id, warehouse.description),
      available: Number(article.stock),
      availableForShipment: Number(article.stock),
      onHand: Number(article.stock),
      baseUnit: article.unit,
      errorInfo: '',
    }));
