import type { TestContext } from 'vitest';

/** Leaves a case out with a reason in words, which the report of `npm run conformance` shows. */
export function leaveOut({ task, skip }: TestContext, reason: string): void {
  (task.meta as { skipReason?: string }).skipReason = reason;
  skip(reason);
}
