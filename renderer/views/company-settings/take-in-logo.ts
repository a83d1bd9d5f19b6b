/** Turns a picture that a person gives into the logo that is kept: decoded here, in the sandbox, and of a bounded size. */
import type { Problem } from '../../../preload/contract/model';
import { MAX_LOGO_BYTES, MAX_LOGO_PIXELS, type CompanyLogo } from '../../../preload/contract/papers';

export const LOGO_FILE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** Far above any logo; more would only fill the memory. */
const MAX_FILE_BYTES = 20_000_000;
const JPEG_QUALITY = 0.9;

/** Problems: `logo-too-large`, `logo-not-readable`. */
export async function takeInLogo(file: File): Promise<CompanyLogo | Problem> {
  const params = { file: file.name, max: MAX_FILE_BYTES / 1_000_000 };
  if (file.size > MAX_FILE_BYTES) return { kind: 'invalid-input', code: 'logo-too-large', params };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { kind: 'invalid-input', code: 'logo-not-readable', params };
  try {
    // A photo of a logo stays a photo; anything else may be transparent.
    const png = file.type === 'image/jpeg' ? null : await drawn(bitmap, 'image/png');
    if (png !== null && png.size <= MAX_LOGO_BYTES) return await logoOf(png, 'image/png');
    return await logoOf(await drawn(bitmap, 'image/jpeg'), 'image/jpeg');
  } finally {
    bitmap.close();
  }
}

async function drawn(bitmap: ImageBitmap, type: CompanyLogo['mediaType']): Promise<Blob> {
  const scale = Math.min(1, MAX_LOGO_PIXELS / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas');
  context.imageSmoothingQuality = 'high';
  if (type === 'image/jpeg') {
    // JPEG has no transparency: without a ground it would be black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type, quality: JPEG_QUALITY });
}

const logoOf = async (blob: Blob, mediaType: CompanyLogo['mediaType']): Promise<CompanyLogo> => ({
  mediaType,
  bytes: new Uint8Array(await blob.arrayBuffer()),
});
