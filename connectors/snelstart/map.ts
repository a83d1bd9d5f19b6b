/** From SnelStart's rows to Simon's records. Pure. */
import { holdsFilterWord } from '../_kit/filter-word';
import { isMarker } from '../_kit/marker';
import type { Address, Pulled, PulledOrder, PulledOrderLine } from '../_kit/model';
import { lessDiscount, withoutVat } from '../_kit/prices';
import { mainWorkAddress } from '../_kit/work-address';
import { vatRateOn, type Facts, type Group } from './facts';
import type { Article, Order, OrderLine, Relation } from './schemas';
import type { PulledDescription, SnelStartSettings } from './settings';

/** Decimals of a price from which a discount was taken off. */
const NET_PRICE_DECIMALS = 5;

/**
 * States of an order that is still to be done: agreed, and not yet delivered, collected or invoiced. An order that the
 * office confirmed to its customer stands at Bevestiging.
 */
const PULLED_STATES: ReadonlySet<string> = new Set(['Order', 'Bevestiging', 'Werkbon']);

/** A relation; `countryOf` gives the ISO code of a country id, empty when unknown. */
export function toCustomer(relation: Relation, countryOf: (id: string) => string): Pulled<'customers'> {
  if (!relation.relatiesoort.includes('Klant')) {
    return { kind: 'gone', externalId: relation.id, reason: 'not-selected' };
  }
  if (relation.nonactief) return { kind: 'gone', externalId: relation.id, reason: 'inactive' };
  const { contactpersoon, straat, postcode, plaats, land } = relation.vestigingsAdres;
  const address: Address = {
    name: contactpersoon === relation.naam ? '' : contactpersoon,
    street: straat,
    postcode,
    city: plaats,
    country: land === null ? '' : countryOf(land),
  };
  return {
    kind: 'present',
    record: {
      externalId: relation.id,
      number: String(relation.relatiecode),
      name: relation.naam,
      address,
      workAddresses: mainWorkAddress(address),
      phone: relation.telefoon === '' ? relation.mobieleTelefoon : relation.telefoon,
      email: relation.email,
      vatNumber: relation.btwNummer,
      chamberOfCommerceNumber: relation.kvkNummer,
      extra: null,
    },
  };
}

/** Whether articles of a group come over: all when no group is named. Names are compared exactly. */
export const isSelected = (group: Group | undefined, { articleGroups }: SnelStartSettings): boolean =>
  articleGroups.length === 0 || (group !== undefined && articleGroups.includes(group.name));

export function toArticleGroup(group: Group, settings: SnelStartSettings): Pulled<'articleGroups'> {
  return isSelected(group, settings)
    ? { kind: 'present', record: { externalId: group.id, code: group.number, name: group.name } }
    : { kind: 'gone', externalId: group.id, reason: 'not-selected' };
}

/** An article; VAT and selection follow from its group, `today` is the day whose VAT rates count. */
export function toArticle(
  article: Article,
  { facts, settings, today }: { readonly facts: Facts; readonly settings: SnelStartSettings; readonly today: string },
): Pulled<'articles'> {
  const group = facts.articleGroups.find((one) => one.id === article.artikelOmzetgroep);
  if (article.isNonActief) return { kind: 'gone', externalId: article.id, reason: 'inactive' };
  if (!isSelected(group, settings)) return { kind: 'gone', externalId: article.id, reason: 'not-selected' };
  const vatRate = group === undefined ? null : vatRateOn(facts.vatRates, group.vatKind, today);
  const price = article.verkoopprijs;
  return {
    kind: 'present',
    record: {
      externalId: article.id,
      code: article.artikelcode,
      description: article.omschrijving,
      groupExternalId: article.artikelOmzetgroep,
      unit: article.eenheid,
      unitPrice: facts.pricesExclVat ? price : exclusive(price, vatRate),
      vatRate,
      extra: facts.pricesExclVat || price === null ? null : { priceInclVat: price },
    },
  };
}

const exclusive = (price: string | null, vatRate: string | null): string | null =>
  price === null || vatRate === null ? null : withoutVat(price, vatRate);

/**
 * A sales order that is to become a work order; null when it is not: it is ours, done, invoiced, blocked, only a quote,
 * without customer, or its description lacks the filter word. A blocked one comes once the office frees it.
 */
export function toOrder(order: Order, settings: SnelStartSettings): PulledOrder | null {
  const { pullOrdersFilterWord: word } = settings;
  if (order.relatie === null || order.verkoopfactuur !== null) return null;
  if (!PULLED_STATES.has(order.procesStatus) || order.verkoopOrderStatus === 'Uitgevoerd') return null;
  if (order.geblokkeerd || isMarker(order.orderreferentie)) return null;
  if (word !== '' && !holdsFilterWord(order.omschrijving, word)) return null;
  const inclusive = order.verkooporderBtwIngaveModel === 'Inclusief';
  return {
    externalId: order.id,
    number: order.nummer === null || order.nummer === undefined ? '' : String(order.nummer),
    kind: 'order',
    customerExternalId: order.relatie,
    workDescription: workDescription(order, settings.pullOrdersDescription),
    customerReference: order.orderreferentie,
    lines: settings.pullOrdersLines ? order.regels.map((line) => toOrderLine(line, inclusive)) : [],
  };
}

/** A work order must have a description: what the chosen field lacks comes from the other one. */
function workDescription({ omschrijving, memo }: Order, from: PulledDescription): string {
  switch (from) {
    case 'description':
      return omschrijving === '' ? memo : omschrijving;
    case 'memo':
      return memo === '' ? omschrijving : memo;
    case 'both':
      return [omschrijving, memo].filter((part) => part !== '').join('\n');
  }
}

/** The price agreed on the line, discount taken off. With VAT it cannot be compared: then the article's own price counts. */
function toOrderLine(line: OrderLine, inclusive: boolean): PulledOrderLine {
  const agreed = line.artikel === null || line.stuksprijs === null || inclusive ? null : line.stuksprijs;
  return {
    articleExternalId: line.artikel,
    articleCode: '',
    description: line.omschrijving,
    quantity: line.aantal ?? '0',
    unitPrice: agreed === null ? null : lessDiscount(agreed, line.kortingsPercentage ?? '0', NET_PRICE_DECIMALS),
  };
}
