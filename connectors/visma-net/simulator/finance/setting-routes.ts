import { jsonResponse } from '../../../_kit/simulator/http-exchange';
import { COUNTRIES } from '../model';
import { answerList, readPage } from './list';
import { countryView } from './place-view';
import { one, route, type FinanceApiOptions, type FinanceRoute } from './routes';
import {
  branchView,
  creditTermView,
  organizationView,
  orderTypeView,
  unitViews,
  vatCategoryView,
  warehouseView,
} from './setting-views';

/** What the office keeps in the settings: the company, branches, warehouses, types and rates. */
export function settingRoutes(options: FinanceApiOptions): FinanceRoute[] {
  const { problems, times } = options;
  const countries = Object.keys(COUNTRIES);
  return [
    route('GET', '/v1/organization', (_request, { books }) => jsonResponse(200, [organizationView(books, times)])),
    route('GET', '/v1/organization/{number}', (_request, { books }, { number = '' }) =>
      number === books.company.number
        ? jsonResponse(200, organizationView(books, times))
        : problems.notFound("'Organization'"),
    ),
    route('GET', '/v1/branch', (_request, { books }) =>
      jsonResponse(
        200,
        books.company.branches.map((branch) => branchView(branch, books, times)),
      ),
    ),
    route('GET', '/v1/branch/{number}', (_request, { books }, { number = '' }) => {
      const branch = books.company.branches.find((candidate) => candidate.number === number);
      return one(branch, (found) => branchView(found, books, times), 'Branch', problems);
    }),
    route('GET', '/v1/warehouse', (request, { books }) => {
      const source = {
        rows: () => books.warehouses.all(),
        texts: { active: ({ active }: { readonly active: boolean }) => String(active) },
      };
      const page = readPage(request, source, options);
      return 'refusal' in page
        ? page.refusal
        : jsonResponse(
            200,
            page.rows.map((warehouse) => warehouseView(warehouse, books)),
          );
    }),
    route('GET', '/v1/warehouse/{id}', (_request, { books }, { id = '' }) =>
      one(
        books.warehouses.all().find((warehouse) => warehouse.id === id),
        (warehouse) => warehouseView(warehouse, books),
        'Warehouse',
        problems,
      ),
    ),
    route('GET', '/v1/salesordertype', (request, { books }) =>
      answerList(request, { rows: () => books.orderTypes }, orderTypeView, options),
    ),
    route('GET', '/v1/salesordertype/{id}', (_request, { books }, { id = '' }) =>
      one(
        books.orderTypes.find((type) => type.id === id),
        orderTypeView,
        'Order Type',
        problems,
      ),
    ),
    route('GET', '/v1/vatCategory', (_request, { books }) =>
      jsonResponse(200, books.vatCategories.map(vatCategoryView)),
    ),
    route('GET', '/v1/vatCategory/{id}', (_request, { books }, { id = '' }) =>
      one(
        books.vatCategories.find((category) => category.id === id),
        vatCategoryView,
        'Tax Category',
        problems,
      ),
    ),
    route('GET', '/v1/creditTerm', (request, { books }) => {
      const page = readPage(request, { rows: () => books.creditTerms, texts: { termsid: ({ id }) => id } }, options);
      if ('refusal' in page) return page.refusal;
      const { rows, pageNumber, pageSize, totalCount } = page;
      return jsonResponse(200, { pageNumber, pageSize, totalCount, records: rows.map(creditTermView) });
    }),
    route('GET', '/v1/unitofmeasure', (_request, { books }) => jsonResponse(200, unitViews(books))),
    route('GET', '/v1/salescategory', () => jsonResponse(200, [])),
    route('GET', '/v1/country', (request) => answerList(request, { rows: () => countries }, countryView, options)),
    route('GET', '/v1/country/{id}', (_request, _access, { id = '' }) =>
      one(
        countries.find((country) => country === id),
        countryView,
        'Country',
        problems,
      ),
    ),
  ];
}
