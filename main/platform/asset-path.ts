/** Which file of the built renderer a URL names. Pure. */
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface Asset {
  readonly file: string;
  readonly type: string;
}

/** The file below `folder`, or null when the URL names anything else: outside it, of an unknown kind, not readable. */
export function assetOf(folder: string, url: string): Asset | null {
  const path = decodedPath(url);
  if (path === null || /[\\\0:]/u.test(path)) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  const type = TYPES[extname(file)];
  return file.startsWith(folder + sep) && type !== undefined ? { file, type } : null;
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
}
