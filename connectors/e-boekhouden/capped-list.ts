/**
 * Reading a list that gives a limited number of rows and does not say so.
 *
 * There are no pages and no count. At most 2,000 rows are reported for a list, 500 are documented for another one (manual,
 * 3.12). So a round number of rows may mean that the rest was left out. Then the list is asked again in portions that are
 * not cut off: by the chosen article groups, or else by a part of a text. Parts begin with one character and get longer
 * only where an answer is cut off again, because a row all of whose characters are that common has two of them next to
 * each other.
 *
 * The list is complete when each row of an answer that was cut off came again in one that was not, and every row came for
 * each part that is in its code: a service that looks at the beginning of texts keeps rows back. To pull, that is enough
 * and parts need not get longer; to clean up, every part is asked. Where the service turns out not to look for parts,
 * articles are asked by the groups that are known by then. That proves nothing: an article without a group, or a group
 * that was never seen, may be missing.
 */
import { z } from 'zod';
import { ok, type Result } from '../_kit/result';

const querySchema = z.object({
  by: z.enum(['everything', 'part', 'group']),
  key: z.string(),
  /** Of the first part: a row that is in the answer if the service looks for parts, and the groups to ask if not. */
  trial: z.object({ rowKey: z.string(), groups: z.array(z.string()) }).optional(),
});
export type Query = z.infer<typeof querySchema>;

/**
 * Where a read goes on; part of a mark. `cut`: parts of the length at hand whose answers were cut off. `isDoubtful`: it is
 * known already that rows may be missing.
 */
export const progressSchema = z.object({
  pending: z.array(querySchema),
  cut: z.array(z.string()),
  isDoubtful: z.boolean(),
});
export type Progress = z.infer<typeof progressSchema>;

/** A row as far as reading the list has to know it. */
export interface ListedRow {
  /** The same whenever the row comes again. */
  readonly key: string;
  readonly code: string;
  readonly group: string;
}

export interface CappedList<Row extends ListedRow> {
  readonly ask: (query: Query) => Promise<Result<readonly Row[]>>;
  /** Groups to which the list is limited; none = no limit. */
  readonly groups: readonly string[];
}

export interface Portion<Row> {
  /** Rows that this read did not hold before. */
  readonly rows: readonly Row[];
  /** Where to go on; null: this was the last portion. */
  readonly next: Progress | null;
  /** False only of the last portion, when there may be more rows. */
  readonly isComplete: boolean;
}

const ALPHABET = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
/** The smallest limit of which the vendor tells, and the roundness that any limit has. */
const LEAST_LIMIT = 500;
const ROUND = 100;
/** A list that needs more than this is not worth what it costs the service. */
const MAX_QUERIES = 300;
const MAX_PART_LENGTH = 12;

const START: Progress = { pending: [{ by: 'everything', key: '' }], cut: [], isDoubtful: false };

/** Whether an answer with this many rows may have been cut off. */
export const mayBeCutOff = (rows: number): boolean => rows >= LEAST_LIMIT && rows % ROUND === 0;

/**
 * Reads a list to its end, from `start` on (null = from the beginning). Ends after a problem. `thorough`: until no row can
 * be missing, and not only until none seems to be; a read that goes on does so too, because it has not the earlier rows to
 * judge by.
 */
export async function* portionsOf<Row extends ListedRow>(
  list: CappedList<Row>,
  start: Progress | null,
  { thorough }: { readonly thorough: boolean },
): AsyncGenerator<Result<Portion<Row>>, void, undefined> {
  const seen = new Set<string>();
  const first = start ?? START;
  let { pending, cut } = first;
  const evidence = createEvidence(list, first.isDoubtful);
  const asksEveryPart = thorough || start !== null;
  for (let queries = 1; pending[0] !== undefined; queries += 1) {
    const query: Query = pending[0];
    const answer = await list.ask(query);
    if (!answer.ok) return yield answer;
    const rows = answer.value;
    const isCut = mayBeCutOff(rows.length);
    evidence.add(query, rows, isCut);

    pending = [...pending.slice(1), ...(isCut && query.by === 'everything' ? portions(list, rows) : [])];
    if (isCut && query.by === 'part') cut = [...cut, query.key];
    if (!isCut && hasFailed(query, rows)) pending = groupQueries(query.trial?.groups ?? []);
    if (pending.length === 0 && (asksEveryPart || !evidence.isComplete())) {
      pending = longerParts(cut).map((key) => ({ by: 'part', key }));
      cut = [];
    }
    if (queries >= MAX_QUERIES || (pending[0]?.key.length ?? 0) > MAX_PART_LENGTH) {
      evidence.giveUp(pending);
      pending = [];
    }
    const isLast = pending.length === 0;
    yield ok({
      rows: rows.filter(({ key }) => !seen.has(key)),
      next: isLast ? null : { pending, cut, isDoubtful: evidence.isDoubtful() },
      isComplete: !isLast || evidence.isComplete(),
    });
    for (const { key } of rows) seen.add(key);
  }
}

/** Keeps what tells whether the whole list was seen. */
function createEvidence<Row extends ListedRow>({ groups }: CappedList<Row>, wasDoubtful: boolean) {
  const codes = new Map<string, string>();
  const inCutAnswers = new Set<string>();
  const inWholeAnswers = new Set<string>();
  const wholeParts = new Map<string, ReadonlySet<string>>();
  let isDoubtful = wasDoubtful;

  /** Whether a row with the part in its code was not found by it. */
  const missesAny = (part: string, found: ReadonlySet<string>): boolean => {
    for (const [key, code] of codes) if (code.includes(part) && !found.has(key)) return true;
    return false;
  };

  return {
    add: (query: Query, rows: readonly Row[], isCut: boolean): void => {
      for (const { key, code } of rows) codes.set(key, code.toLowerCase());
      const wanted = rows.filter(({ group }) => groups.length === 0 || groups.includes(group));
      for (const { key } of wanted) (isCut ? inCutAnswers : inWholeAnswers).add(key);
      if (query.by === 'part' && !isCut) wholeParts.set(query.key, new Set(rows.map(({ key }) => key)));
      if ((isCut && query.by === 'group') || (!isCut && hasFailed(query, rows))) isDoubtful = true;
    },
    giveUp: (unasked: readonly Query[]): void => {
      if (unasked.length > 0) isDoubtful = true;
    },
    isDoubtful: (): boolean => isDoubtful,
    isComplete: (): boolean =>
      !isDoubtful &&
      [...inCutAnswers].every((key) => inWholeAnswers.has(key)) &&
      ![...wholeParts].some(([part, found]) => missesAny(part, found)),
  };
}

/** In which portions a list is asked that was cut off as a whole. */
function portions<Row extends ListedRow>({ groups }: CappedList<Row>, rows: readonly Row[]): Query[] {
  if (groups.length > 0) return groupQueries(groups);
  const known = [...new Set(rows.map(({ group }) => group))].filter((group) => group !== '').sort();
  const row = rows.find(({ code }) => code.length > 1 && firstOfAlphabet(code) !== undefined);
  const first = row === undefined ? undefined : firstOfAlphabet(row.code);
  if (row === undefined || first === undefined) return groupQueries(known);
  const others = ALPHABET.filter((key) => key !== first);
  return [
    { by: 'part', key: first, trial: { rowKey: row.key, groups: known } },
    ...others.map((key): Query => ({ by: 'part', key })),
  ];
}

const firstOfAlphabet = (code: string): string | undefined =>
  [...code.toLowerCase()].find((character) => ALPHABET.includes(character));

/** Whether the answer to the first part shows that the service does not look for parts of a text. */
const hasFailed = <Row extends ListedRow>({ trial }: Query, rows: readonly Row[]): boolean =>
  trial !== undefined && !rows.some(({ key }) => key === trial.rowKey);

const groupQueries = (groups: readonly string[]): Query[] => groups.map((key) => ({ by: 'group', key }));

/** Parts one longer than these, of which every shorter part was cut off: a row with another part was seen already. */
function longerParts(cut: readonly string[]): string[] {
  const known = new Set(cut);
  const isSingle = cut.every((part) => part.length === 1);
  const ends = isSingle ? cut : ALPHABET;
  return cut.flatMap((part) => ends.map((end) => part + end)).filter((part) => known.has(part.slice(1)));
}
