/**
 * Runs in the main process: makes the photos in a sheet smaller. A photo is a file of somebody else, so that it is decoded
 * where nothing can be reached: in the sandbox, on an empty page without a session of the app.
 */
import { session } from 'electron';
import { mostBytesOfPhoto } from '../../preload/contract/work-order-files';
import { onHiddenPage } from './hidden-page';

/** In memory only, and shared with nothing else. */
const PARTITION = 'smaller-photos';

/** For one photo; a large one takes a tenth of a second. */
const LIMIT_MS = 20_000;

/**
 * Longest side in pixels with the quality of the JPEG, tried in this order. On the largest photo of a sheet the first gives
 * about 400 points an inch, the last one 175.
 */
const STEPS = [
  { pixels: 1_400, quality: 0.8 },
  { pixels: 1_000, quality: 0.75 },
  { pixels: 800, quality: 0.7 },
  { pixels: 600, quality: 0.6 },
] as const;

/** Runs in the page. */
const SHRINK = `async (base64, mostBytes, steps) => {
  const given = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([given], { type: 'image/jpeg' }));
  let blob;
  for (const { pixels, quality } of steps) {
    const scale = Math.min(1, pixels / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    );
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= mostBytes) break;
  }
  let signs = '';
  for (const byte of new Uint8Array(await blob.arrayBuffer())) signs += String.fromCharCode(byte);
  return btoa(signs);
}`;

const PHOTO = /"data:image\/jpeg;base64,([A-Za-z0-9+/=]+)"/g;

/**
 * The sheet with its photos as large as paper shows them, and smaller when there are many. One that cannot be read stays as
 * it is. Rejects when it is stopped or takes too long.
 */
export async function withSmallerPhotos(html: string, stop: AbortSignal): Promise<string> {
  const photos = [...new Set([...html.matchAll(PHOTO)].map(([, base64 = '']) => base64))];
  const mostBytes = mostBytesOfPhoto(photos.length);
  const large = photos.filter((base64) => sizeOf(base64) > mostBytes);
  if (large.length === 0) return html;
  const preferences = { session: session.fromPartition(PARTITION, { cache: false }) };
  const limitMs = LIMIT_MS * large.length;
  const smaller = await onHiddenPage({ preferences, limitMs, stop }, async ({ webContents }) => {
    await webContents.loadURL('about:blank');
    const made = new Map<string, string>();
    for (const base64 of large) {
      const given = [base64, mostBytes, STEPS].map((one) => JSON.stringify(one)).join(',');
      const shrunk: unknown = await webContents.executeJavaScript(`(${SHRINK})(${given})`).catch(() => undefined);
      if (typeof shrunk === 'string') made.set(base64, shrunk);
    }
    return made;
  });
  return html.replace(PHOTO, (whole, base64: string) => {
    const shrunk = smaller.get(base64);
    return shrunk === undefined ? whole : `"data:image/jpeg;base64,${shrunk}"`;
  });
}

/** Bytes of a base64 text. */
const sizeOf = (base64: string): number => Math.floor((base64.length * 3) / 4);
