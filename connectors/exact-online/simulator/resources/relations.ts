import { accountFields, addressFields, contactFields } from '../fields/relations';
import { bulkTwin, defineResource, syncTwin, through } from '../resource';
import {
  accountCode,
  accountName,
  accountOf,
  countryName,
  paymentConditionDescription,
  vatDescription,
} from './lookups';

/** The fields that a refusal of an unfiltered list names (met by clients of the vendor in 2022). */
const ACCOUNT_FILTERS =
  'Accountant,AccountManager,AddressLine1,AddressLine2,AddressLine3,Blocked,BSN,ChamberOfCommerce,City,' +
  'Classification1,Classification2,Classification3,Classification4,Classification5,Classification6,Classification7,' +
  'Classification8,Code,CodeAtSupplier,Country,Created,Email,EndDate,Fax,ID,InvoiceAccount,IsAccountant,IsReseller,' +
  'IsSales,IsSupplier,MainContact,Modified,Name,Parent,Phone,Postcode,PriceList,Reseller,RSIN,SearchCode,StartDate,' +
  'Status,Type,VATNumber';

const accounts = defineResource({
  path: 'crm/Accounts',
  model: 'Exact.Web.Api.Models.CRM.Account',
  scope: 'Crm accounts',
  fields: accountFields,
  rows: ({ books }) => books.tables.accounts.all(),
  derived: {
    CountryName: countryName,
    InvoiceAccountCode: accountCode('InvoiceAccount'),
    InvoiceAccountName: accountName('InvoiceAccount'),
    IsAnonymised: () => 0,
    IsSales: ({ values }) => values.Status === 'C',
    PaymentConditionSalesDescription: paymentConditionDescription('PaymentConditionSales'),
    SalesVATCodeDescription: vatDescription('SalesVATCode'),
    Type: () => 'A',
  },
  mandatoryFilter: ACCOUNT_FILTERS.split(','),
});

const addresses = defineResource({
  path: 'crm/Addresses',
  model: 'Exact.Web.Api.Models.CRM.Address',
  scope: 'Crm accounts',
  fields: addressFields,
  rows: ({ books }) => books.tables.addresses.all(),
  derived: {
    AccountIsSupplier: through('Account', accountOf, ({ values }) => values.IsSupplier ?? null),
    AccountName: accountName('Account'),
    CountryName: countryName,
  },
});

const contacts = defineResource({
  path: 'crm/Contacts',
  model: 'Exact.Web.Api.Models.CRM.Contact',
  scope: 'Crm accounts',
  fields: contactFields,
  rows: ({ books }) => books.tables.contacts.all(),
  derived: {
    AccountIsCustomer: through('Account', accountOf, ({ values }) => values.Status === 'C'),
    AccountName: accountName('Account'),
    Code: accountCode('Account'),
    FullName: ({ values }) =>
      [values.FirstName, values.MiddleName, values.LastName].filter((part) => typeof part === 'string').join(' '),
  },
});

export const relationResources = {
  accounts,
  addresses,
  contacts,
  bulkAccounts: bulkTwin(accounts, 'bulk/CRM/Accounts'),
  syncAccounts: syncTwin(accounts, 'sync/CRM/Accounts'),
  syncAddresses: syncTwin(addresses, 'sync/CRM/Addresses'),
  syncContacts: syncTwin(contacts, 'sync/CRM/Contacts'),
} as const;
