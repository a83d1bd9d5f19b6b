/** Photos, attachments and signatures of a work order. Their bytes cross the bridge apart from what tells of them. */
import { z } from 'zod';

export const MAX_FILE_BYTES = 10_000_000;
export const MAX_FILES = 50;
/** Longest side of the small picture of a photo, in pixels. */
export const THUMBNAIL_PIXELS = 320;
export const MAX_THUMBNAIL_BYTES = 200_000;
/** Longer than this (in either direction) a photo is made smaller before it is kept. */
export const MAX_PHOTO_PIXELS = 2_000;

/** What each kind is kept as. Nothing that a computer would run. */
export const MIME_OF = { photo: 'image/jpeg', signature: 'image/png', file: 'application/pdf' } as const;
export type FileKind = keyof typeof MIME_OF;

/** Of a picture in one direction; null for what is no picture. */
export const pixels = z.number().int().min(1).max(MAX_PHOTO_PIXELS).nullable();

export const newFile = z.object({
  workOrderId: z.number().int().positive(),
  kind: z.enum(['photo', 'file', 'signature']),
  name: z.string().trim().min(1).max(200),
  width: pixels,
  height: pixels,
  /** The question of a form that it answers. */
  questionId: z.string().max(40).nullable(),
  bytes: z.instanceof(Uint8Array),
  /** A small JPEG of a photo, for where many show at once. */
  thumbnail: z.instanceof(Uint8Array).nullable().default(null),
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

/** A page of text with fonts and a logo, before any picture. */
const PDF_BYTES_WITHOUT_PICTURES = 300_000;

/**
 * What all photos of a PDF may take together: with fonts and text it stays below the 5 MiB that the strictest package
 * (Billit) takes. Photos hardly become smaller by packing.
 */
const PDF_PHOTOS_BYTES = 4_000_000;
/** More than this shows no more on paper, also when a photo is the only one. */
const MOST_PDF_PHOTO_BYTES = 400_000;

/** How large (bytes) a photo may be in a PDF that has this many; larger ones are made smaller for it. Pure. */
export const mostBytesOfPhoto = (photos: number): number =>
  Math.min(MOST_PDF_PHOTO_BYTES, Math.floor(PDF_PHOTOS_BYTES / Math.max(1, photos)));

/**
 * About how large (bytes) the PDFs of a work order become: photos as small as they are made for it, and a signature about
 * twice as large, because its PNG is unpacked and packed anew. Attachments that are PDFs themselves do not go along. To be held
 * against `AttachmentCapability.maxBytes` of the package before anything is made. Pure.
 */
export function estimatedPdfBytes(
  files: readonly Pick<WorkOrderFile, 'kind' | 'sizeBytes' | 'questionId'>[],
): Readonly<Record<'work-order' | 'custom-forms', number>> {
  const of = (isOfForms: boolean): number => {
    const own = files.filter(({ kind, questionId }) => kind !== 'file' && (questionId !== null) === isOfForms);
    const mostBytes = mostBytesOfPhoto(own.filter(({ kind }) => kind === 'photo').length);
    return own.reduce(
      (sum, { kind, sizeBytes }) => sum + (kind === 'signature' ? 2 * sizeBytes : Math.min(sizeBytes, mostBytes)),
      PDF_BYTES_WITHOUT_PICTURES,
    );
  };
  return { 'work-order': of(false), 'custom-forms': of(true) };
}
