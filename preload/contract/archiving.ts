/** What Simon finds before work orders are archived, and how they would go to the package. */
import type { DecimalString } from '../../connectors/_kit/decimal';
import type { Problem } from '../../connectors/_kit/problem';
import type { WorkOrderStatus } from './views';

/** Where a finding is mended. */
export type FindingPlace =
  /**
   * A field of the work order: `customer`, `description`, `customerReference`, `times`, `articles[2]`,
   * `forms[0].<question>`, `files`.
   */
  | { readonly screen: 'work-order'; readonly field: string }
  /** A setting of the package by its key; null = the integrations as a whole. */
  | { readonly screen: 'integration'; readonly package: string | null; readonly field: string | null }
  /** The document that the work order has already. */
  | { readonly screen: 'queue'; readonly entryId: number };

/** One thing about a work order that the office should know before it is archived. */
export interface Finding {
  /** `stops`: it would not become a document. `warns`: it goes as it is. */
  readonly severity: 'stops' | 'warns';
  /** The sentence and what to do. */
  readonly problem: Problem;
  readonly place: FindingPlace | null;
}

/** A work order as archiving would find it now. */
export interface ArchiveCheck {
  readonly id: number;
  readonly number: string;
  readonly status: WorkOrderStatus;
  readonly customerName: string;
  readonly findings: readonly Finding[];
  /** Whether it would go to a package: nothing stops it, and no filter word holds it back. */
  readonly isSent: boolean;
  /** What it would become; null: no document, or nothing is linked. */
  readonly document: {
    readonly totalExclVat: DecimalString | null;
    readonly lines: number;
    readonly pdfs: number;
  } | null;
  /** Work orders with the same key can share a document; null: it goes by itself. */
  readonly togetherKey: string | null;
}

/** As many work orders as one document takes. */
export const MOST_TOGETHER = 50;

/** Whether it would not become a document as it stands. */
export const isStopped = ({ findings }: Pick<ArchiveCheck, 'findings'>): boolean =>
  findings.some(({ severity }) => severity === 'stops');
