/** From Billit's offers to work orders. Pure. */
import { holdsFilterWord } from '../_kit/filter-word';
import { isMarker } from '../_kit/marker';
import type { PulledOrder, PulledOrderLine } from '../_kit/model';
import { lessDiscount } from '../_kit/prices';
import type { ListedOrder, Order, OrderLine } from './schemas';
import type { BillitSettings, PulledDescription } from './settings';

/**
 * States of an offer that the customer agreed to and that is still to be done. No page says which one "approved" is; these
 * two are the states after an agreement in the list of docs.billit.be, page "Types".
 */
const AGREED: ReadonlySet<string> = new Set(['ToInvoice', 'ToDeliver']);
/** States in which nothing is left to be done, whatever was approved before. */
const CLOSED: ReadonlySet<string> = new Set([
  'Invoiced',
  'DeliveryNoteCreated',
  'OrderFormCreated',
  'Credited',
  'Refused',
  'Canceled',
  'Paid',
  'Delivered',
]);
/** The approval flow has a state of its own, beside that of the order (same page). */
const APPROVED = 'Approved';

/** Decimals of a price from which a discount was taken off; as many as Billit keeps. */
const NET_PRICE_DECIMALS = 5;

/** Whether an offer may become a work order, as far as its row in the list tells. */
export function isApproved({ OrderStatus, ApprovalStatus, ExternalProviderID }: ListedOrder): boolean {
  if (isMarker(ExternalProviderID)) return false;
  return AGREED.has(OrderStatus) || (ApprovalStatus === APPROVED && !CLOSED.has(OrderStatus));
}

/** An approved offer as a work order; null when it has no customer, or its description lacks the filter word. */
export function toOrder(offer: Order, settings: BillitSettings): PulledOrder | null {
  const customer = customerOf(offer);
  const { pullOffersFilterWord: word } = settings;
  if (customer === null) return null;
  // What people call the description of an offer is its title, or the text that it begins with.
  if (word !== '' && ![offer.OrderTitle, firstLine(offer)].some((text) => holdsFilterWord(text, word))) return null;
  return {
    externalId: offer.OrderID,
    number: offer.OrderNumber,
    kind: 'quote',
    customerExternalId: customer,
    workDescription: workDescription(offer, settings.pullOffersDescription),
    customerReference: offer.Reference,
    lines: settings.pullOffersLines ? offer.OrderLines.map(toOrderLine) : [],
  };
}

/** The customer of a sales document; which of the fields are filled differs between lists and single orders. */
export const customerOf = (
  order: Pick<Order, 'CounterParty' | 'CustomerID' | 'CounterPartyID'> & Partial<Pick<Order, 'Customer'>>,
): string | null => order.CounterParty ?? order.Customer ?? order.CustomerID ?? order.CounterPartyID;

const firstLine = ({ OrderLines }: Order): string =>
  OrderLines.map((line) => line.Description).find((text) => text !== '') ?? '';

/** A work order must have a description: what the chosen field lacks comes from another one. */
function workDescription(offer: Order, from: PulledDescription): string {
  const line = firstLine(offer);
  const { Comments: remarks, OrderTitle: title } = offer;
  const filled = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? '';
  switch (from) {
    case 'firstLine':
      return filled(line, remarks, title);
    case 'remarks':
      return filled(remarks, line, title);
    case 'both':
      return filled([line, remarks].filter((text) => text !== '').join('\n'), title);
  }
}

/** The price agreed on the line, discount taken off. */
function toOrderLine(line: OrderLine): PulledOrderLine {
  const agreed = line.UnitPriceExcl;
  return {
    articleExternalId: line.ProductID,
    articleCode: line.ProductID === null ? line.Reference : '',
    description: line.Description,
    quantity: line.Quantity ?? '0',
    unitPrice: agreed === null ? null : lessDiscount(agreed, line.ReductionPercentage ?? '0', NET_PRICE_DECIMALS),
  };
}
