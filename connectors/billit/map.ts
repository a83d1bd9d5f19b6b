/** From Billit's parties and products to Simon's customers and articles. Pure. */
import type { Address, Pulled } from '../_kit/model';
import { mainWorkAddress } from '../_kit/work-address';
import type { CustomerExtra } from './facts';
import type { AddressParts, Party, Product } from './schemas';
import { unitWord } from './units';

/** Where a party stands with its company register; the numbers of Belgium and the Netherlands. */
const REGISTERS: ReadonlySet<string> = new Set(['CBE', 'KBO', 'BCE', 'KVK']);

/** A customer. The flat address is the debtor's; an older party may have it only as its invoice address. */
export function toCustomer(party: Party): Pulled<'customers'> {
  const invoiceAddress = party.Addresses.find((one) => one.AddressType === 'InvoiceAddress');
  const address = toAddress(isFilled(party) || invoiceAddress === undefined ? party : invoiceAddress);
  const extra: CustomerExtra = { expiryOffsetDays: party.DefaultExpiryOffset };
  return {
    kind: 'present',
    record: {
      externalId: party.PartyID,
      number: party.Nr,
      name: [party.Name, party.DisplayName, party.CommercialName].find((name) => name !== '') ?? '',
      address,
      workAddresses: mainWorkAddress(address),
      phone: party.Phone === '' ? party.Mobile : party.Phone,
      email: party.Email,
      vatNumber: party.VATNumber,
      chamberOfCommerceNumber:
        party.Identifiers.find((one) => REGISTERS.has(one.IdentifierType.toUpperCase()))?.Identifier ?? '',
      extra,
    },
  };
}

const isFilled = ({ Street, Zipcode, City }: AddressParts): boolean =>
  [Street, Zipcode, City].some((part) => part !== '');

function toAddress({ Street, StreetNumber, Box, Zipcode, City, CountryCode }: AddressParts): Address {
  const country = CountryCode.toUpperCase();
  return {
    name: '',
    street: [Street, StreetNumber, boxPart(Box, country)].filter((part) => part !== '').join(' '),
    postcode: Zipcode,
    city: City,
    country,
  };
}

/** A box that says itself that it is one. */
const NAMED_BOX = /^(bus|box|bte|bo[iî]te)\b/i;

/** People fill in the number of a Belgian box with or without the word; elsewhere it is an addition to the house number. */
function boxPart(box: string, country: string): string {
  const isBelgian = country === 'BE' || country === '';
  return box === '' || !isBelgian || NAMED_BOX.test(box) ? box : `bus ${box}`;
}

/** An article with its reference as code; a product without one can be no article. */
export function toArticle(product: Product): Pulled<'articles'> {
  if (product.Reference === '') return { kind: 'gone', externalId: product.ProductID, reason: 'not-selected' };
  return {
    kind: 'present',
    record: {
      externalId: product.ProductID,
      code: product.Reference,
      description: product.Description,
      groupExternalId: null,
      unit: unitWord(product.Unit),
      unitPrice: product.AmountExcl,
      vatRate: product.VAT,
      extra: null,
    },
  };
}
