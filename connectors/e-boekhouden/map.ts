/** From e-Boekhouden's rows to Simon's records. Pure. */
import { z } from 'zod';
import type { Address, Pulled, PulledArticleGroup, PulledWorkAddress } from '../_kit/model';
import type { Json } from '../_kit/text';
import { isPlace, mainWorkAddress } from '../_kit/work-address';
import { countryCode } from './country-code';
import type { Article, Relation } from './schemas';

/** What a line of an invoice needs of its article, besides code and text. */
const articleExtraSchema = z.object({ vatCode: z.string(), ledgerCode: z.string(), costCentreId: z.string() });
export type ArticleExtra = z.infer<typeof articleExtraSchema>;

/** The extra of an article that this connector pulled. Another shape is a bug. */
export const articleExtraOf = (extra: Json): ArticleExtra => articleExtraSchema.parse(extra);

/**
 * A relation. There is no telling customers from suppliers over SOAP, nor who is inactive: every relation is a customer.
 * The establishment address is the customer's address and its first work address, the postal address the second.
 */
export function toCustomer(relation: Relation): Pulled<'customers'> {
  const name = relation.Bedrijf === '' ? relation.Contactpersoon : relation.Bedrijf;
  const contact = relation.Contactpersoon === name ? '' : relation.Contactpersoon;
  const address: Address = {
    name: contact,
    street: relation.Adres,
    postcode: relation.Postcode,
    city: relation.Plaats,
    country: countryCode(relation.Land),
  };
  const postal: Address = {
    name: '',
    street: relation.Adres2,
    postcode: relation.Postcode2,
    city: relation.Plaats2,
    country: countryCode(relation.Land2),
  };
  const workAddresses: PulledWorkAddress[] = [...mainWorkAddress(address)];
  if (isPlace(postal) && !isSamePlace(postal, address)) workAddresses.push({ kind: 'postal', key: '', ...postal });
  return {
    kind: 'present',
    record: {
      externalId: relation.ID,
      number: relation.Code,
      name,
      address,
      workAddresses,
      phone: relation.Telefoon === '' ? relation.GSM : relation.Telefoon,
      email: relation.Email,
      vatNumber: relation.BTWNummer,
      chamberOfCommerceNumber: relation.KvkNummer,
      extra: null,
    },
  };
}

/** Whether the articles of a group come over: all when none is chosen. */
export const isSelected = (groupCode: string, selected: readonly string[]): boolean =>
  selected.length === 0 || selected.includes(groupCode);

export function toArticle(article: Article, selected: readonly string[]): Pulled<'articles'> {
  const externalId = article.ArtikelID;
  if (!article.Actief) return { kind: 'gone', externalId, reason: 'inactive' };
  if (!isSelected(article.GroepCode, selected)) return { kind: 'gone', externalId, reason: 'not-selected' };
  const extra: ArticleExtra = {
    vatCode: article.BTWCode,
    ledgerCode: article.TegenrekeningCode,
    costCentreId: article.KostenplaatsID === '' ? '0' : article.KostenplaatsID,
  };
  return {
    kind: 'present',
    record: {
      externalId,
      code: article.ArtikelCode,
      description: article.ArtikelOmschrijving,
      groupExternalId: article.GroepCode === '' ? null : article.GroepCode,
      unit: article.Eenheid,
      unitPrice: article.VerkoopprijsExclBTW,
      vatRate: article.BtwPercentage,
      extra,
    },
  };
}

/** The group an article is in, null when in none: groups have no list of their own, and their code is their id. */
export function groupOf({ GroepCode, GroepOmschrijving }: Article): PulledArticleGroup | null {
  if (GroepCode === '') return null;
  return { externalId: GroepCode, code: GroepCode, name: GroepOmschrijving === '' ? GroepCode : GroepOmschrijving };
}

const isSamePlace = (one: Address, other: Address): boolean =>
  comparable(one.street) === comparable(other.street) &&
  comparable(one.postcode) === comparable(other.postcode) &&
  comparable(one.city) === comparable(other.city);

const comparable = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();
