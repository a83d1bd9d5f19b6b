import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { DocumentPreview } from '../../preload/contract/views';
import type { Costs } from '../documents/sheet';

/**
 * What a work order would cost, from the preview of its document: papers and invoices tell the same. Problems: those of the
 * preview, and why there would be no document.
 */
export async function costsOf(preview: Promise<Result<DocumentPreview>>): Promise<Result<Costs>> {
  const known = await preview;
  if (!known.ok) return known;
  switch (known.value.kind) {
    case 'document':
      return ok(known.value.document);
    case 'skipped':
      return fail(known.value.reason);
    case 'blocked':
      return fail(known.value.problems[0] ?? problem('blocked', 'no-lines'));
  }
}
