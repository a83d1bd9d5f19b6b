import type { RemoteDocument } from '../_kit/document';
import { bearsMarker, isMarker, isSameMarker } from '../_kit/marker';
import { customerOf } from './offers';
import type { ListedOrder, Order } from './schemas';

/** Whether an order bears the marker: in its own field, or in the internal note, which lists do not show. */
export const isMarkedWith = (order: Pick<Order, 'ExternalProviderID' | 'InternalInfo'>, marker: string): boolean =>
  isSameMarker(order.ExternalProviderID, marker) || bearsMarker(order.InternalInfo, marker);

/** Whether an order bears the marker of any document, in either place. */
export const isMarked = ({
  ExternalProviderID,
  InternalInfo,
}: Pick<Order, 'ExternalProviderID' | 'InternalInfo'>): boolean =>
  [ExternalProviderID, ...InternalInfo.split(/\s+/)].some((word) => isMarker(word.toUpperCase()));

/** The names of the files of an order, when it tells them. */
export const filesOf = ({ Attachments }: Partial<Pick<Order, 'Attachments'>>): Pick<RemoteDocument, 'fileNames'> =>
  Attachments == null ? {} : { fileNames: Attachments.map(({ FileName }) => FileName) };

/** An order of Billit as Simon knows it. */
export const toRemote = (
  order: ListedOrder & Partial<Pick<Order, 'Customer' | 'Attachments'>>,
  marker: string,
): RemoteDocument => ({
  externalId: order.OrderID,
  number: order.OrderNumber,
  marker,
  customerExternalId: customerOf(order) ?? '',
  totalExclVat: order.TotalExcl,
  totalInclVat: order.TotalIncl,
  ...filesOf(order),
});
