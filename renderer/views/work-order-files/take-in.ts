/** Turns files that a person gives into what is kept of them: photos as JPEG of a bounded size, PDFs as they are. */
import { MAX_FILE_BYTES, MAX_PHOTO_PIXELS, type FileKind } from '../../../preload/contract/work-order-files';

export interface TakenFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Formats that a photo may come in. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const FILE_TYPES = [...PHOTO_TYPES, 'application/pdf'] as const;

/** How much of a photo's detail is kept; at this one nobody sees a difference on paper. */
const JPEG_QUALITY = 0.85;

/** Null: it is neither a photo nor a PDF that can be read. */
export async function takeIn(file: File): Promise<TakenFile | null> {
  const name = file.name === '' ? 'foto.jpg' : file.name.slice(-200);
  if (file.type === 'application/pdf') {
    // One that is too large is refused by its size alone.
    const bytes = new Uint8Array(await file.slice(0, MAX_FILE_BYTES + 1).arrayBuffer());
    return { kind: 'file', name, width: null, height: null, bytes };
  }
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  try {
    const { width, height } = fittingSize(bitmap);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    // JPEG has no transparency: without a ground it would be black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    return { kind: 'photo', name, width, height, bytes: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    bitmap.close();
  }
}

/** The same shape, with neither side longer than `MAX_PHOTO_PIXELS`. Pure. */
function fittingSize({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, MAX_PHOTO_PIXELS / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
