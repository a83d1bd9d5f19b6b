/** Turns files that a person gives into what is kept of them: photos as JPEG of a bounded size, PDFs as they are. */
import type { Problem, Result } from '../../../preload/contract/model';
import {
  MAX_FILE_BYTES,
  MAX_PHOTO_PIXELS,
  THUMBNAIL_PIXELS,
  type FileKind,
} from '../../../preload/contract/work-order-files';
import { isHeic } from './heic';

export interface TakenFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A small JPEG of a photo. */
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
}

/** Formats that a photo may come in. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const FILE_TYPES = [...PHOTO_TYPES, 'application/pdf'] as const;

/** How much of a photo's detail is kept; at this one nobody sees a difference on paper. */
const JPEG_QUALITY = 0.85;
const THUMBNAIL_QUALITY = 0.75;

const refused = (code: string, file: File): Result<never> => ({
  ok: false,
  problem: { kind: 'invalid-input', code, params: { file: file.name } } satisfies Problem,
});

/**
 * A photo is drawn anew, upright as its camera says: so nothing is kept of where and with what it was taken.
 * Problems: `file-heic`, `file-not-readable` (neither a photo nor a PDF).
 */
export async function takeIn(file: File): Promise<Result<TakenFile>> {
  const name = file.name === '' ? 'foto.jpg' : file.name.slice(-200);
  if (file.type === 'application/pdf') {
    // One that is too large is refused by its size alone.
    const bytes = new Uint8Array(await file.slice(0, MAX_FILE_BYTES + 1).arrayBuffer());
    return { ok: true, value: { kind: 'file', name, width: null, height: null, bytes, thumbnail: null } };
  }
  if (await isHeic(file)) return refused('file-heic', file);
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return refused('file-not-readable', file);
  try {
    const { width, height } = fittingSize(bitmap, MAX_PHOTO_PIXELS);
    const bytes = await asJpeg(bitmap, { width, height }, JPEG_QUALITY);
    const thumbnail = await asJpeg(bitmap, fittingSize(bitmap, THUMBNAIL_PIXELS), THUMBNAIL_QUALITY);
    return { ok: true, value: { kind: 'photo', name, width, height, bytes, thumbnail } };
  } finally {
    bitmap.close();
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function asJpeg(bitmap: ImageBitmap, { width, height }: Size, quality: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window has no canvas');
  // JPEG has no transparency: without a ground it would be black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
}

/** The same shape, with neither side longer than `longest` pixels. Pure. */
function fittingSize({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
