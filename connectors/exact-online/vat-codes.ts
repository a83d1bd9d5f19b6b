import { z } from 'zod';
import type { ConnectorContext } from '../_kit/connector';
import { decimal, plain } from '../_kit/decimal';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { allRows, type ListQuery } from './api';
import { vatCodeSchema } from './schemas';

const vatCode = z.object({
  /** Percent: `21`. */
  rate: z.string(),
  /** Prices with this code include VAT. */
  included: z.boolean(),
});

export const vatMemorySchema = z.object({ codes: z.record(z.string(), vatCode), readAtMs: z.number() });
/** The VAT codes as they were last read (UTC ms of this computer), kept with the mark of the articles. */
export type VatMemory = z.infer<typeof vatMemorySchema>;
export type VatCodes = VatMemory['codes'];

/** VAT rates change once in years, and the right to read them may be missing: they are asked once a day. */
const VALID_FOR_MS = 24 * 3_600_000;
/** Type of a code whose prices include VAT (reference of vat/VATCodes: E excluding, I including, N none). */
const INCLUDING = 'I';

const QUERY: ListQuery = { path: 'vat/VATCodes', select: ['Code', 'Percentage', 'Type'] };

/** The remembered VAT codes while they are fresh, else those of the package; none when the right to them is missing. */
export async function readVatCodes(ctx: ConnectorContext, known: VatMemory | null): Promise<Result<VatMemory>> {
  const nowMs = ctx.clock.nowMs();
  if (known !== null && nowMs >= known.readAtMs && nowMs - known.readAtMs < VALID_FOR_MS) return ok(known);
  const rows = await allRows(ctx, QUERY);
  if (!rows.ok) {
    const isDenied = rows.problem.kind === 'not-allowed' || rows.problem.kind === 'rejected';
    return isDenied ? ok({ codes: known?.codes ?? {}, readAtMs: nowMs }) : rows;
  }
  const { read } = readRecords(rows.value, vatCodeSchema, (row) => ({ externalId: textUnder(row, 'Code'), label: '' }));
  const codes = read.flatMap(({ Code, Percentage, Type }) =>
    Percentage === null
      ? []
      : [[Code, { rate: plain(decimal(Percentage).times(100)), included: Type === INCLUDING }] as const],
  );
  return ok({ codes: Object.fromEntries(codes), readAtMs: nowMs });
}
