import type { DecimalString } from './decimal';
import type { Json } from './text';

/** What can be pulled from a package. `orders` are orders, quotes or offers that become work orders. */
export type Resource = 'customers' | 'articleGroups' | 'articles' | 'orders';
export const RESOURCES = ['customers', 'articleGroups', 'articles', 'orders'] as const satisfies readonly Resource[];

export interface Address {
  /** Name at this address when it differs from the customer's, else empty. */
  readonly name: string;
  /** Street with house number. */
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166 code of two letters, or empty when the package does not tell. */
  readonly country: string;
}

/** Where a work address came from; one row per customer and kind (+ key) in Simon. */
export interface PulledWorkAddress extends Address {
  /** `main` is the debtor, establishment or general address. */
  readonly kind: 'main' | 'postal' | 'invoice' | 'delivery';
  /** Tells several addresses of one kind apart; empty when there is one. */
  readonly key: string;
}

export interface PulledCustomer {
  readonly externalId: string;
  /** The debtor number that people know. */
  readonly number: string;
  readonly name: string;
  readonly address: Address;
  readonly workAddresses: readonly PulledWorkAddress[];
  readonly phone: string;
  readonly email: string;
  readonly vatNumber: string;
  readonly chamberOfCommerceNumber: string;
  /** What only this connector needs again when it pushes. */
  readonly extra: Json;
}

export interface PulledArticleGroup {
  readonly externalId: string;
  readonly code: string;
  /** Compared exactly, capitals count. */
  readonly name: string;
}

export interface PulledArticle {
  readonly externalId: string;
  readonly code: string;
  readonly description: string;
  readonly groupExternalId: string | null;
  readonly unit: string;
  /** Sales price per unit excluding VAT; null when the package has none. */
  readonly unitPrice: DecimalString | null;
  /** VAT rate in percent as the package tells it (`"21"`); null when it does not tell. */
  readonly vatRate: DecimalString | null;
  readonly extra: Json;
}

export interface PulledOrderLine {
  readonly articleExternalId: string | null;
  readonly articleCode: string;
  readonly description: string;
  readonly quantity: DecimalString;
  /** Price excl. VAT agreed on the order; null: the article's own. */
  readonly unitPrice: DecimalString | null;
}

/** An order, quote or offer that becomes a work order, once. */
export interface PulledOrder {
  readonly externalId: string;
  readonly number: string;
  readonly kind: 'order' | 'quote';
  readonly customerExternalId: string;
  /** What the work description becomes, already composed as the settings ask. */
  readonly workDescription: string;
  readonly customerReference: string;
  /** Empty when the settings say that lines stay behind. */
  readonly lines: readonly PulledOrderLine[];
}

export interface RecordOf {
  readonly customers: PulledCustomer;
  readonly articleGroups: PulledArticleGroup;
  readonly articles: PulledArticle;
  readonly orders: PulledOrder;
}

/** Why a record of the package is no longer for Simon. */
export type GoneReason = 'deleted' | 'inactive' | 'not-selected';

export type Pulled<R extends Resource> =
  | { readonly kind: 'present'; readonly record: RecordOf[R] }
  | { readonly kind: 'gone'; readonly externalId: string; readonly reason: GoneReason };

/**
 * How far a table was read. `state` belongs to the connector (its schema is checked when it comes back),
 * `highWater` is the newest change seen, as the package wrote it: shown to people, never computed with by the engine.
 */
export interface Mark {
  readonly highWater: string | null;
  readonly state: Json;
}
