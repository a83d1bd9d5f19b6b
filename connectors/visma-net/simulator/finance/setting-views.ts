import type { Books } from '../books';
import type { Branch, CreditTerm, OrderType, VatCategory, Warehouse } from '../model';
import type { WireTimes } from '../wire-times';
import { addressView, contactView, countryView, described } from './place-view';

/** The company as an organisation (ExtendedOrganizationDto). */
export function organizationView(books: Books, times: WireTimes): Record<string, unknown> {
  const { company } = books;
  return {
    organizationCd: company.number,
    name: company.name,
    organizationType: 'WithBranchesNotBalancing',
    fileTaxByBranches: false,
    baseCurrency: 'EUR',
    mainAddress: addressView(company.main.address),
    mainContact: contactView(company.main.contact),
    corporateId: company.corporateId,
    vatRegistrationId: company.vatRegistrationId,
    defaultCountry: countryView('NL'),
    currency: { id: 'EUR', description: 'Euro', symbol: '€', isBaseCurrency: true, decimalPrecision: 2 },
    vatZone: described('NL', 'Nederland'),
    lastModifiedDateTime: times.finance(books.lastChangeMs),
    branches: company.branches,
  };
}

/** A branch (BranchDto). The parts that are expanded are left out. */
export function branchView(branch: Branch, books: Books, times: WireTimes): Record<string, unknown> {
  const { company } = books;
  return {
    branchId: company.branches.indexOf(branch) + 1,
    number: branch.number,
    name: branch.name,
    organizationId: 1,
    isMainBranch: branch === company.branches[0],
    isActive: true,
    lastModifiedDateTime: times.finance(books.lastChangeMs),
    corporateId: company.corporateId,
    vatRegistrationId: company.vatRegistrationId,
  };
}

/** A warehouse (WarehouseDto). */
export const warehouseView = (warehouse: Warehouse, books: Books): Record<string, unknown> => ({
  warehouseID: warehouse.id,
  branch: books.defaultBranch,
  active: warehouse.active,
  description: warehouse.description,
  locationEntry: 'Validate',
  locations: warehouse.locations.map((location) => ({
    locationId: location.id,
    description: location.description,
    active: true,
    salesValid: true,
  })),
});

/** An order type (SalesOrderTypeDto). */
export const orderTypeView = (type: OrderType): Record<string, unknown> => ({
  orderType: type.id,
  active: type.active,
  description: type.description,
  behavior: type.behavior,
  defaultOperation: type.behavior === 'CreditMemo' ? 'Receipt' : 'Issue',
  customerDocumentType: type.behavior === 'Quote' ? 'NoUpdate' : 'Invoice',
  errorInfo: '',
});

/** A VAT category with its rate (VatCategoryDto). */
export const vatCategoryView = (category: VatCategory): Record<string, unknown> => ({
  vatCategoryId: category.id,
  description: category.description,
  active: true,
  excludeListedTaxes: false,
  vatCategoryLines: [
    {
      vatId: category.vatId,
      description: category.description,
      type: 'Vat',
      calculateOn: 'ItemAmount',
      vatRates: [{ revisionID: '1', vatRate: Number(category.percentage), startDate: '2019-01-01T00:00:00' }],
    },
  ],
});

/** A credit term (CreditTermDto). */
export const creditTermView = (term: CreditTerm): Record<string, unknown> => ({
  termsId: term.id,
  description: term.description,
  visibleTo: 'AL',
  dueDateType: 'N',
  dueDay1: term.dueDays,
  calculationType: 'G',
  instalmentType: 'S',
});

/** The units of the articles (UnitOfMeasureDto). */
export const unitViews = (books: Books): Record<string, unknown>[] =>
  [...new Set(books.articles.all().map((article) => article.unit))].toSorted().map((unit) => ({
    fromUnit: unit,
    toUnit: unit,
    unitMultDiv: 'Multiply',
    unitRate: 1,
    supplementaryMeasureUnit: 'None',
  }));
