/**
 * The ledger of one queue entry ("wat is er verstuurd"): every intent, attempt, answer and look-up, in order. A step is
 * written in the transaction that makes it true and never changed afterwards. It holds facts; the words come from the
 * catalogue. Null in a fact: not known, as in steps that were written before the ledger kept it.
 */
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Problem } from '../../connectors/_kit/problem';

/** One request to the package and how it ended; nothing of what was said in it. */
export interface CallRecord {
  readonly method: string;
  /** Host and path, without the query: that may hold what somebody typed. */
  readonly address: string;
  readonly effect: 'read' | 'write';
  /** HTTP status; null when no answer came, or none that was about this request. */
  readonly status: number | null;
  /** Code of the problem that took the place of an answer; null when there was one. */
  readonly problem: string | null;
  /** What the package calls this request in its own logs, when it tells. */
  readonly requestId: string | null;
  readonly durationMs: number;
}

/** A document that a look-up found under the marker. */
export interface FoundDocument {
  readonly externalId: string;
  readonly number: string;
  readonly customerExternalId: string;
  readonly totalExclVat: string | null;
}

/** What a document becomes part of when it is frozen. */
interface Target {
  readonly marker: string;
  readonly package: ConnectorId | null;
  readonly administrationId: string | null;
  readonly settingsVersion: number | null;
  /** SHA-256 of the frozen request as compact JSON, hexadecimal: which of `QueueDetail.sentDocuments` it was. */
  readonly requestSha256: string | null;
}

/** The facts of each kind of step. `calls`: the requests that led to it, in order. */
interface FactsOf {
  readonly frozen: Target;
  readonly skipped: { readonly problem: Problem };
  readonly sending: Target & {
    /** 1 for the first attempt; anew after the office chose to try again. */
    readonly attempt: number | null;
    /** Which of the bodies of the request, from 0. */
    readonly variant: number | null;
    readonly administrationName: string | null;
  };
  readonly booked: {
    readonly number: string;
    readonly externalId: string | null;
    readonly calls: readonly CallRecord[];
  };
  readonly rejected: Failed;
  readonly 'not-sent': Failed;
  readonly unsure: Failed;
  /** `by: 'office'`: somebody saw it in the package. */
  readonly found: {
    readonly number: string;
    readonly externalId: string | null;
    readonly by: Decider;
    readonly calls: readonly CallRecord[];
  };
  /** `verdict`: `absent` = believed; otherwise it may still arrive and is looked up again. */
  readonly absent: { readonly verdict: 'too-early' | 'first' | 'absent' | null; readonly calls: readonly CallRecord[] };
  /** The package could not be asked. */
  readonly 'not-looked-up': Failed;
  /** `found`: what the office may choose from. */
  readonly held: Failed & { readonly found: readonly FoundDocument[] };
  readonly released: { readonly by: Decider };
  /** The office chose another article for lines, or another customer, while surely nothing was in the package. */
  readonly corrected: {
    readonly what: 'article' | 'customer';
    /** Empty: there was no customer. */
    readonly from: string;
    readonly to: string;
    readonly workOrders: readonly string[];
  };
  /** The office chose Opnieuw proberen. */
  readonly retried: Record<never, never>;
  readonly withdrawn: Record<never, never>;
  /** An older version of the app made a second entry or document; see migration 90. */
  readonly doubled: { readonly with: 'work-order' | 'document'; readonly entryId: number };
  readonly 'pdf-made': PdfFile;
  readonly 'pdf-not-made': { readonly problem: Problem };
  readonly 'pdf-sending': PdfFile;
  readonly 'pdf-sent': PdfFile;
  readonly 'pdf-found': PdfFile;
  readonly 'pdf-not-sent': PdfFile & { readonly problem: Problem };
  readonly 'pdf-unsure': PdfFile & { readonly problem: Problem };
  readonly 'pdf-absent': PdfFile;
  readonly 'pdf-held': PdfFile & { readonly problem: Problem };
  readonly 'pdf-retried': PdfFile;
}

interface Failed {
  readonly problem: Problem;
  readonly calls: readonly CallRecord[];
}

interface PdfFile {
  readonly file: string;
}

/** Who settled an unknown outcome. */
export type Decider = 'look-up' | 'office';
export type StepName = keyof FactsOf;
export type StepFacts<S extends StepName> = FactsOf[S];

/** One line of the ledger. */
export type DeliveryStep = {
  readonly [S in StepName]: { readonly atMs: number; readonly step: S; readonly facts: FactsOf[S] };
}[StepName];
