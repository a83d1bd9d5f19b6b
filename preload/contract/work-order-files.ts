/** Photos, attachments and signatures of a work order. Their bytes cross the bridge apart from what tells of them. */
import { z } from 'zod';

export const MAX_FILE_BYTES = 10_000_000;
export const MAX_FILES = 50;
/** Longer than this (in either direction) a photo is made smaller before it is kept. */
export const MAX_PHOTO_PIXELS = 2_000;

/** What each kind is kept as. Nothing that a computer would run. */
export const MIME_OF = { photo: 'image/jpeg', signature: 'image/png', file: 'application/pdf' } as const;
export type FileKind = keyof typeof MIME_OF;

const pixels = z.number().int().min(1).max(MAX_PHOTO_PIXELS).nullable();

export const newFile = z.object({
  workOrderId: z.number().int().positive(),
  kind: z.enum(['photo', 'file', 'signature']),
  name: z.string().trim().min(1).max(200),
  width: pixels,
  height: pixels,
  /** The question of a form that it answers. */
  questionId: z.string().max(40).nullable(),
  bytes: z.instanceof(Uint8Array),
});

export interface WorkOrderFile {
  readonly id: number;
  readonly workOrderId: number;
  readonly kind: FileKind;
  /** Of the file that it came from. */
  readonly name: string;
  readonly sizeBytes: number;
  /** In pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly caption: string;
  readonly questionId: string | null;
  readonly addedAtMs: number;
}
