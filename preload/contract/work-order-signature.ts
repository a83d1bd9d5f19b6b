/**
 * The signature of the customer under a work order as a whole; those of questions are in the answers of their form. It is
 * kept in the table `work_order_signature`, its picture among the files of the work order (kind `signature`, without a
 * question). `WorkOrderDetail.signature` tells of it, and whether the work order was changed afterwards.
 */
import { z } from 'zod';
import { pixels } from './work-order-files';

/** What somebody signs for, each compared by itself: customer and address, description and notes, hours, articles, forms. */
export const SIGNED_PARTS = ['whom', 'work', 'times', 'articles', 'forms'] as const;
export type SignedPart = (typeof SIGNED_PARTS)[number];

export const newSignature = z.object({
  workOrderId: z.number().int().positive(),
  /** The version that was on the screen when it was signed. */
  version: z.number().int(),
  name: z.string().trim().min(1).max(200),
  width: pixels,
  height: pixels,
  /** PNG. */
  bytes: z.instanceof(Uint8Array),
});
export type NewSignature = Readonly<z.output<typeof newSignature>>;

export interface WorkOrderSignature {
  /** Of who signed. */
  readonly name: string;
  readonly signedAtMs: number;
  /** The drawn one, a `WorkOrderFile` of kind `signature`. */
  readonly fileId: number;
  /** What is not as it was signed any more ("gewijzigd na ondertekening"); empty: it stands as it was signed. */
  readonly changedSince: readonly SignedPart[];
}
