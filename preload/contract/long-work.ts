/** Work that takes so long that the office wants to see how far it is, wherever it was begun. */
import type { Resource } from '../../connectors/_kit/model';

/** `archive`: of many work orders at once, which a page does in parts. */
export const LONG_WORK_KINDS = [
  'first-pull',
  'pull',
  'clean-up',
  'delivery',
  'import-check',
  'import',
  'export',
  'archive',
] as const;
export type LongWorkKind = (typeof LONG_WORK_KINDS)[number];

export interface LongWork {
  readonly id: string;
  readonly kind: LongWorkKind;
  /** The file that it is about; empty when there is none. */
  readonly about: string;
  /** The table that a pull is at; null elsewhere. */
  readonly table: Resource | null;
  readonly done: number;
  /** Null while nobody knows how many there are. */
  readonly total: number | null;
  /** Null until something was done. */
  readonly perMinute: number | null;
  /** Milliseconds; null while it cannot be said. */
  readonly timeLeftMs: number | null;
  /** It can be stopped for a while and goes on where it was. */
  readonly canPause: boolean;
  /** It can be stopped; what was done stays. */
  readonly canCancel: boolean;
}
