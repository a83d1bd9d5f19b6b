import type { Push } from '../_kit/connector';
import { problem, type Problem } from '../_kit/problem';
import { fail, ok } from '../_kit/result';
import { addInvoice } from './api';
import { articleIncomplete, relationWithoutCode, tooManyLines } from './document-problems';
import { invoiceTags, variantSchema, type Variant } from './invoice-body';
import { findByMarker, findByNumber, toRemote } from './look-up';
import type { ArticleExtra } from './map';
import { toRequest } from './to-request';

/** Manual, 3.1. */
const MAX_LINES = 100;

export const push: Push = {
  toRequest,
  exampleArticleExtra: { vatCode: 'HOOG_VERK_21', ledgerCode: '8000', costCentreId: '0' } satisfies ArticleExtra,
  findByMarker,

  create: async (ctx, body) => {
    const invoice = variantSchema.parse(body);
    const hindrance = hindranceOf(invoice);
    if (hindrance !== null) return fail(hindrance);
    const added = await addInvoice(ctx, invoiceTags(invoice), (line) => invoice.lines[line - 1]?.code);
    if (!added.ok) return added;
    const number = added.value;
    const { marker, customerExternalId } = invoice;
    if (number === '') return fail(problem('outcome-unknown', 'outcome-unknown', { reason: 'no-number' }));
    // The answer has no totals. What cannot be read back now changes nothing about the invoice that is there.
    const stored = await findByNumber(ctx, number, marker);
    if (stored.ok && stored.value !== null) return ok(toRemote(stored.value, marker, customerExternalId));
    return ok({ externalId: number, number, marker, customerExternalId, totalExclVat: null, totalInclVat: null });
  },
};

/** Why the service would surely refuse this invoice; null when there is no reason. */
function hindranceOf({ relationCode, customerName, lines }: Variant): Problem | null {
  if (relationCode === '') return relationWithoutCode(customerName);
  if (lines.length > MAX_LINES) return tooManyLines(lines.length, MAX_LINES);
  const incomplete = lines.find((line) => line.vatCode === '' || line.ledgerCode === '');
  return incomplete === undefined ? null : articleIncomplete(incomplete.code);
}
