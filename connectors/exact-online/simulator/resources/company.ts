import {
  deletedFields,
  divisionFields,
  journalFields,
  meFields,
  paymentConditionFields,
  vatCodeFields,
} from '../fields/company';
import { defineResource, syncTwin, type ReadContext } from '../resource';
import type { Row } from '../model';
import { localMoment, utcOffsetSeconds } from '../server-clock';

const userRow = ({ user, site, books }: ReadContext): Row => {
  const own = site.division(user.currentDivision) ?? books;
  const [first = '', ...rest] = user.fullName.split(' ');
  return {
    ...own.division,
    id: user.id,
    values: {
      AccountingDivision: user.currentDivision,
      CurrentDivision: user.currentDivision,
      DivisionCustomerName: site.customerName,
      Email: user.email,
      FirstName: first,
      FullName: user.fullName,
      IsClientUser: false,
      Language: 'NL',
      LanguageCode: 'nl-NL',
      LastName: rest.join(' '),
      Legislation: NETHERLANDS,
      ServerTime: localMoment(own.nowMs),
      ServerUtcOffset: String(utcOffsetSeconds(own.nowMs)),
      UserName: user.userName,
    },
  };
};

/** Number of the Dutch legislation at the vendor; only its presence matters here. */
const NETHERLANDS = 1;

const me = defineResource({
  path: 'current/Me',
  model: 'Exact.Web.Api.Models.System.Me',
  scope: null,
  kind: 'single',
  key: 'UserID',
  fields: meFields,
  rows: (context) => [userRow(context)],
});

const divisions = defineResource({
  path: 'system/Divisions',
  model: 'Exact.Web.Api.Models.System.Division',
  scope: 'Organization administration',
  key: 'Code',
  fields: divisionFields,
  rows: ({ site, user }) => site.divisionsOf(user).map((books) => books.division),
  derived: { Current: (row, { user }) => Number(row.id) === user.currentDivision },
});

const journals = defineResource({
  path: 'financial/Journals',
  model: 'Exact.Web.Api.Models.Financial.Journal',
  scope: 'Financial generalledgers',
  fields: journalFields,
  rows: ({ books }) => books.tables.journals.all(),
});

const vatCodes = defineResource({
  path: 'vat/VATCodes',
  model: 'Exact.Web.Api.Models.VAT.VATCode',
  scope: 'Financial accounting',
  fields: vatCodeFields,
  rows: ({ books }) => books.tables.vatCodes.all(),
});

const paymentConditions = defineResource({
  path: 'cashflow/PaymentConditions',
  model: 'Exact.Web.Api.Models.Cashflow.PaymentCondition',
  scope: 'Financial cashflow',
  fields: paymentConditionFields,
  rows: ({ books }) => books.tables.paymentConditions.all(),
});

const deleted = defineResource({
  path: 'sync/Deleted',
  model: 'Exact.Web.Api.Models.Sync.Deleted',
  scope: 'Organization administration',
  fields: deletedFields,
  rows: ({ books }) => books.tables.deleted.all(),
  derived: {
    DeletedBy: (_row, { user }) => user.id,
    DeletedDate: (row) => localMoment(row.createdAtMs),
  },
});

export const companyResources = {
  me,
  divisions,
  allDivisions: { ...divisions, path: 'system/AllDivisions' },
  journals,
  vatCodes,
  paymentConditions,
  deleted: { ...syncTwin(deleted, 'sync/Deleted'), onlyFilters: ['Timestamp', 'EntityType'] },
} as const;
