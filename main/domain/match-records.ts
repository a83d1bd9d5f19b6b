/** Which row of Simon is which record of another package. Pure. */
import type { PulledArticle, PulledCustomer } from '../../connectors/_kit/model';
import type { Certainty, MatchReason } from '../../preload/contract/adoption';

/** Something that a row and a record can have in common. */
interface Feature {
  readonly reason: MatchReason;
  readonly value: string;
  /**
   * `name`: makes a proof of whatever else is the same. `proof`: together with the name. `hint`: counts only beside
   * something else, because two packages number their customers from the same start.
   */
  readonly weight: 'name' | 'proof' | 'alike' | 'hint';
}

/** A row or a record by what it is recognised. */
export interface Recognisable<Id> {
  readonly id: Id;
  readonly features: readonly Feature[];
}

export interface Candidate {
  readonly externalId: string;
  readonly reasons: readonly MatchReason[];
}

export interface Match {
  readonly rowId: number;
  readonly certainty: Certainty;
  /** The best first; empty for `none`. */
  readonly candidates: readonly Candidate[];
}

export type CustomerFacts = Pick<PulledCustomer, 'number' | 'name' | 'vatNumber' | 'chamberOfCommerceNumber'> & {
  readonly street: string;
  readonly postcode: string;
};
export type ArticleFacts = Pick<PulledArticle, 'code' | 'description'>;

const LEGAL_FORMS = new Set([
  'bv',
  'nv',
  'vof',
  'cv',
  'bvba',
  'srl',
  'de',
  'het',
  'fam',
  'familie',
  'dhr',
  'mevr',
  'mw',
]);
const MOST_CANDIDATES = 5;
/** What more records than this share tells nothing apart, such as the address of a tower block. */
const MOST_ALIKE = 20;

/** Without accents, capitals, punctuation and legal form, in whatever order it was written: `Jansen, P.` is `P. Jansen`. */
export function nameKey(name: string): string {
  const words = plain(name.replaceAll('.', '')).split(' ');
  return words
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word))
    .sort()
    .join(' ');
}

/** Postcode and house number; empty when one of them is missing. */
export function placeKey(postcode: string, street: string): string {
  const code = plain(postcode).replaceAll(' ', '');
  const number = /\s(\d+)/.exec(street)?.[1] ?? '';
  return code === '' || number === '' ? '' : `${code}/${number}`;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const digits = (text: string): string => text.replace(/\D/g, '');

export const customerFeatures = (facts: CustomerFacts): readonly Feature[] => [
  { reason: 'name', value: nameKey(facts.name), weight: 'name' },
  { reason: 'vatNumber', value: plain(facts.vatNumber).replaceAll(' ', ''), weight: 'proof' },
  { reason: 'chamberOfCommerce', value: digits(facts.chamberOfCommerceNumber), weight: 'proof' },
  { reason: 'address', value: placeKey(facts.postcode, facts.street), weight: 'alike' },
  { reason: 'number', value: plain(facts.number), weight: 'hint' },
];

export const articleFeatures = ({ code, description }: ArticleFacts): readonly Feature[] => [
  { reason: 'description', value: plain(description), weight: 'name' },
  { reason: 'code', value: plain(code), weight: 'proof' },
];

/**
 * Sure: the same name and the same number, VAT number, chamber of commerce number or code, for one row and one record only.
 * Doubtful: something of it is the same. A number by itself proves nothing.
 */
export function matchRecords(
  rows: readonly Recognisable<number>[],
  records: readonly Recognisable<string>[],
): readonly Match[] {
  const index = new Map<string, string[]>();
  for (const { id, features } of records) {
    for (const feature of features.filter(({ value }) => value !== '')) {
      const key = keyOf(feature);
      const known = index.get(key);
      if (known === undefined) index.set(key, [id]);
      else known.push(id);
    }
  }

  const found = rows.map((row) => ({ rowId: row.id, candidates: candidatesOf(row, index) }));
  const claims = new Map<string, number>();
  const proven = found.map(({ candidates }) => candidates.filter(({ isProven }) => isProven));
  for (const { externalId } of proven.flat()) claims.set(externalId, (claims.get(externalId) ?? 0) + 1);

  return found.map(({ rowId, candidates }, place) => {
    const [only, ...others] = proven[place] ?? [];
    const isSure = only !== undefined && others.length === 0 && claims.get(only.externalId) === 1;
    const best = isSure ? [only, ...candidates.filter((one) => one !== only)] : candidates;
    return {
      rowId,
      certainty: isSure ? 'sure' : candidates.length > 0 ? 'doubtful' : 'none',
      candidates: best.slice(0, MOST_CANDIDATES).map(({ externalId, reasons }) => ({ externalId, reasons })),
    };
  });
}

const keyOf = ({ reason, value }: Feature): string => `${reason}:${value}`;

type Judged = Candidate & { readonly isProven: boolean };

function candidatesOf(row: Recognisable<number>, index: ReadonlyMap<string, readonly string[]>): readonly Judged[] {
  const shared = new Map<string, Feature[]>();
  for (const feature of row.features.filter(({ value }) => value !== '')) {
    const ids = index.get(keyOf(feature)) ?? [];
    if (ids.length > MOST_ALIKE) continue;
    for (const id of ids) shared.set(id, [...(shared.get(id) ?? []), feature]);
  }
  return [...shared]
    .filter(([, features]) => features.some(({ weight }) => weight !== 'hint'))
    .map(([externalId, features]) => ({
      externalId,
      reasons: features.map(({ reason }) => reason),
      isProven:
        features.some(({ weight }) => weight === 'name') &&
        features.some(({ weight }) => weight === 'proof' || weight === 'hint'),
    }))
    .sort((one, other) => Number(other.isProven) - Number(one.isProven) || other.reasons.length - one.reasons.length);
}
