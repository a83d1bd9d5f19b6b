/** From Exact Online's rows to Simon's records. Pure. */
import type { Address, Pulled } from '../_kit/model';
import { withoutVat } from '../_kit/prices';
import { mainWorkAddress } from '../_kit/work-address';
import type { Account, Item } from './schemas';
import { isValidOn } from './turns';
import type { VatCodes } from './vat-codes';

/** `Status` of a relation that is a customer; prospects, suspects and suppliers have another one or none. */
const CUSTOMER = 'C';

/** A relation; `today` is the day on the vendor's calendar (`YYYY-MM-DD`). */
export function toCustomer(account: Account, today: string): Pulled<'customers'> {
  const externalId = account.ID;
  if (account.Status !== CUSTOMER) return { kind: 'gone', externalId, reason: 'not-selected' };
  if (account.Blocked || !isValidOn(account, today)) return { kind: 'gone', externalId, reason: 'inactive' };
  const { AddressLine1, AddressLine2, AddressLine3, Postcode, City, Country } = account;
  const street = [AddressLine1, AddressLine2, AddressLine3].filter((line) => line !== '').join(', ');
  const address: Address = { name: '', street, postcode: Postcode, city: City, country: Country };
  return {
    kind: 'present',
    record: {
      externalId,
      number: account.Code,
      name: account.Name,
      address,
      workAddresses: mainWorkAddress(address),
      phone: account.Phone,
      email: account.Email,
      vatNumber: account.VATNumber,
      chamberOfCommerceNumber: account.ChamberOfCommerce,
      extra: null,
    },
  };
}

/** What an item is judged by besides itself. */
export interface ArticleView {
  /** Ids of the item groups that come over; null = all items. */
  readonly groups: ReadonlySet<string> | null;
  readonly vatCodes: VatCodes;
  readonly today: string;
}

/** Why an item is not for Simon; null when it is. */
export function goneReason(item: Item, { groups, today }: ArticleView): 'inactive' | 'not-selected' | null {
  if (!item.IsSalesItem || !isValidOn(item, today)) return 'inactive';
  return groups === null || (item.ItemGroup !== null && groups.has(item.ItemGroup)) ? null : 'not-selected';
}

/** An item; `price` is the sales price as it is listed, null when it has none. */
export function toArticle(item: Item, price: string | null, view: ArticleView): Pulled<'articles'> {
  const externalId = item.ID;
  const reason = goneReason(item, view);
  if (reason !== null) return { kind: 'gone', externalId, reason };
  const vat = view.vatCodes[item.SalesVatCode];
  return {
    kind: 'present',
    record: {
      externalId,
      code: item.Code,
      description: item.Description,
      groupExternalId: item.ItemGroup,
      unit: item.Unit,
      unitPrice: vat?.included === true && price !== null ? withoutVat(price, vat.rate) : price,
      vatRate: vat?.rate ?? null,
      extra: vat?.included === true ? { priceIncludesVat: true } : null,
    },
  };
}
