import type { DatabaseTraces, TraceOutside } from '../../main/ports';

/** Traces in memory, one for each company. `available = false`: the keychain is locked. */
export class MemoryTraces implements DatabaseTraces {
  available = true;
  readonly kept = new Map<string, TraceOutside>();

  readonly read = (companyId: string): Promise<TraceOutside | null> =>
    this.reach(() => this.kept.get(companyId) ?? null);
  readonly write = (companyId: string, trace: TraceOutside): Promise<void> =>
    this.reach(() => void this.kept.set(companyId, trace));

  readonly remove = (companyId: string): Promise<void> => this.reach(() => void this.kept.delete(companyId));

  private reach<T>(work: () => T): Promise<T> {
    return this.available ? Promise.resolve(work()) : Promise.reject(new Error('The keychain is locked'));
  }
}
