import { expect, it } from 'vitest';
import { documentPage } from './document-page';

const GUID = 'cffa85f6-c82c-45cb-bd4e-d0b1df64014b';
const sought = { externalId: 'b1a2', customerExternalId: GUID };
const at = (web: string) => ({ endpoints: { web }, administrationId: '115673' });

it('shows the card of the customer in the administration of the invoice', () => {
  expect(documentPage(sought, at('https://start.exactonline.nl'))).toEqual({
    url: `https://start.exactonline.nl/docs/CRMAccountCard.aspx?_Division_=115673&AccountID=%7B${GUID}%7D`,
    shows: 'customer',
  });
});

it('knows no card without a customer, and none behind an address that is a page by itself', () => {
  expect(documentPage({ ...sought, customerExternalId: '' }, at('https://start.exactonline.nl'))).toBeNull();
  expect(documentPage(sought, at('http://127.0.0.1:8401/boeken'))).toBeNull();
});
