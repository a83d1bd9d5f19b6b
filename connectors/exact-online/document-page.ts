import { baseAddress, isOrigin } from '../_kit/base-address';
import { WEB_APP, type FindDocumentPage } from '../_kit/document-page';

/**
 * The card of the customer, which lists its invoices and keeps the PDFs. Its address is that of Teamleader Focus' help page
 * about Exact Online ("External ID"): division and account, the id between braces. No page of an invoice is documented.
 */
export const documentPage: FindDocumentPage = ({ customerExternalId }, { endpoints, administrationId }) => {
  const web = baseAddress(endpoints, WEB_APP);
  // An address with a path is a page of its own: that of a simulator.
  if (customerExternalId === '' || !isOrigin(web)) return null;
  const url = new URL('/docs/CRMAccountCard.aspx', web);
  url.searchParams.set('_Division_', administrationId);
  url.searchParams.set('AccountID', `{${customerExternalId}}`);
  return { url: url.href, shows: 'customer' };
};
