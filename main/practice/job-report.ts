import type { SimulatedDocument, SimulatedLine } from '../../connectors/_kit/simulator/contract';

/** What the practice job writes with --report. Amounts are decimal texts. */
export interface JobReport {
  readonly package: string;
  readonly customers: number;
  readonly articles: number;
  readonly workOrders: number;
  readonly documents: readonly {
    /** Number of the work order. */
    readonly workOrder: string;
    /** Number of the document in the package. */
    readonly number: string;
    readonly lines: readonly SimulatedLine[];
    readonly totalExclVat: string;
    readonly totalInclVat: string | null;
  }[];
  readonly durationMs: number;
}

export function reportedDocument(workOrder: string, document: SimulatedDocument): JobReport['documents'][number] {
  const { number, lines, totalExclVat, totalInclVat } = document;
  return { workOrder, number, lines, totalExclVat, totalInclVat };
}
