import type { Problem } from '../../connectors/_kit/problem';
import type { LogTable } from '../../preload/contract/views';
import type { PageOutcome } from './store';

/** Counts what storing a page did; becomes its outcome. */
export class PageTally {
  readonly counts = { read: 0, written: 0, unchanged: 0, removed: 0, parked: 0 };
  readonly #refused: { table: LogTable; record: string; problem: Problem }[] = [];
  readonly #keptInUse: { table: LogTable; recordId: number; record: string }[] = [];
  readonly #createdWorkOrders: { id: number; number: string; sourceNumber: string }[] = [];

  refused(table: LogTable, record: string, problem: Problem): void {
    this.#refused.push({ table, record, problem });
  }

  keptInUse(table: LogTable, recordId: number, record: string): void {
    this.#keptInUse.push({ table, recordId, record });
  }

  createdWorkOrder(id: number, number: string, sourceNumber: string): void {
    this.#createdWorkOrders.push({ id, number, sourceNumber });
  }

  outcome(): PageOutcome {
    return {
      counts: { ...this.counts },
      refused: this.#refused,
      keptInUse: this.#keptInUse,
      createdWorkOrders: this.#createdWorkOrders,
    };
  }
}
