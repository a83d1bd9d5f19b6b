/** What the office decides about entries of the queue, one or many at once, and what it is told before it does. */
import { z } from 'zod';
import type { DecimalString } from '../../connectors/_kit/decimal';
import type { Mendable, Problem } from '../../connectors/_kit/problem';
import { queueFilter } from './listing';
import type { DeliveryState, QueueRow, WorkOrderName } from './views';

/** As many entries as one decision takes. */
export const MOST_AT_ONCE = 10_000;

const id = z.number().int().positive();

/** Which entries are meant: these, or all that the screen lists with this search and filter. */
export const queueTarget = z.union([
  z.object({ ids: z.array(id).min(1).max(MOST_AT_ONCE) }),
  z.object({ listed: queueFilter.extend({ search: z.string().max(500).default('') }) }),
]);

/** Another article for the lines that have this one, or another customer. From null: the work order has no customer. */
export const queueCorrection = z.discriminatedUnion('what', [
  z.object({ what: z.literal('article'), fromId: id, toId: id }),
  z.object({ what: z.literal('customer'), fromId: id.nullable(), toId: id }),
]);

export type QueueTarget = z.output<typeof queueTarget>;
export type QueueCorrection = z.output<typeof queueCorrection>;

/** Entries that stand where they stand for the same reason. */
export interface QueueGroup {
  /** What they have in common; the filter of the list takes it. */
  readonly cause: string;
  /** The reason of one of them, in the words of all; null: nothing is wrong. */
  readonly problem: Problem | null;
  readonly entries: number;
}

export interface QueueGroups {
  /** Those with the most entries first; as many as there is room for. */
  readonly groups: readonly QueueGroup[];
  /** Entries of causes for which there was no room. */
  readonly otherEntries: number;
}

/** An entry that a decision would leave as it is, and why. */
export interface LeftAlone extends WorkOrderName {
  readonly problem: Problem;
}

/** What a decision would do; nothing is changed or sent by asking. */
export interface QueueRehearsal {
  /** Entries that it would act on. */
  readonly ids: readonly number[];
  readonly staying: readonly LeftAlone[];
  /** Numbers among `ids` that the office chose not to send before. */
  readonly revived: readonly string[];
  /** Numbers of work orders that go along because they share a document with one of these. */
  readonly together: readonly string[];
  /** Of the documents of `ids`; null when one has none, or no price. */
  readonly totalExclVat: DecimalString | null;
  /** There are more entries than one decision takes. */
  readonly hasMore: boolean;
}

/** An article or customer on the work orders of blocked entries, which another one may take the place of. */
export interface Correctable {
  /** Null: no customer at all. */
  readonly id: number | null;
  readonly label: string;
  /** It cannot be sent as it is: gone, inactive, or made in Simon. */
  readonly isAtFault: boolean;
  readonly entries: number;
}

export interface CorrectionChoices {
  /** Those that cannot be sent first, then those on the most entries. */
  readonly articles: readonly Correctable[];
  readonly customers: readonly Correctable[];
  /** Entries that may be corrected. */
  readonly entries: number;
  readonly staying: readonly LeftAlone[];
}

export interface Corrected {
  readonly corrected: number;
  /** Of these, entries that wait to be sent now. */
  readonly retried: number;
  readonly staying: readonly LeftAlone[];
}

/** Problems of our own rules that another article or customer mends; connectors declare it with theirs. */
const MENDED_BY: Readonly<Partial<Record<string, readonly Mendable[]>>> = {
  'no-customer': ['customer'],
  'customer-made-in-simon': ['customer'],
  'customer-inactive': ['customer'],
  'article-made-in-simon': ['article'],
  'article-inactive': ['article'],
};

/** What the office may choose anew to mend a problem; nothing: it is mended elsewhere. */
export const mendedBy = ({ code, mends }: Pick<Problem, 'code' | 'mends'>): readonly Mendable[] =>
  mends ?? MENDED_BY[code] ?? [];

/** Chosen by the office; it is sent after all when the office says so. */
export const DO_NOT_SEND = 'do-not-send';

const SURELY_NOT_STORED: readonly DeliveryState[] = ['waiting', 'blocked', 'skipped'];

/** Whether "Opnieuw proberen" means something for an entry. */
export const mayRetry = ({ state }: Pick<QueueRow, 'state'>): boolean => SURELY_NOT_STORED.includes(state);

/** Whether the office may decide that it is not sent. */
export const maySkip = ({ state }: Pick<QueueRow, 'state'>): boolean => state === 'waiting' || state === 'blocked';

/** Whether an article or the customer may be chosen anew from the queue. */
export const mayCorrect = ({ state, problem, mayChange }: Pick<QueueRow, 'state' | 'problem' | 'mayChange'>): boolean =>
  state === 'blocked' && mayChange && problem !== null && mendedBy(problem).length > 0;
