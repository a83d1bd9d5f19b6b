import type { OperationName } from './description';
import type { ErrorCode, VendorError } from './errors';

/** Refusals that a test or an office asked for: the next calls of an operation answer this error and do nothing. */
export class PlannedRefusals {
  private readonly planned = new Map<OperationName, { readonly code: ErrorCode; left: number }>();

  plan(operation: OperationName, code: ErrorCode, times: number): void {
    this.planned.set(operation, { code, left: times });
  }

  /** The error for this call; null when none is planned. */
  take(operation: OperationName): VendorError | null {
    const refusal = this.planned.get(operation);
    if (refusal === undefined || refusal.left === 0) return null;
    refusal.left -= 1;
    return { code: refusal.code };
  }
}
