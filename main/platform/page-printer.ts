/**
 * Runs in the main process: prints pictures of pages on paper, through the system's own print dialog. Pictures, because the
 * PDF viewer within Chromium prints only in the session of the screens, and does not tell whether it did; these are printed
 * where nothing else can be reached, and they are what the office saw.
 */
import { session, type BrowserWindow, type WebContents } from 'electron';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import type { Logger, PrintPages } from '../ports';
import { allowOrigin } from './guards';
import { onHiddenPage } from './hidden-page';

/** In memory only, and shared with nothing else. */
const PARTITION = 'page-printer';
const ORIGIN = 'app://print';
const PAGE = `${ORIGIN}/pages.html`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

/** Electron's word for a dialog that was closed without printing. */
const CANCELLED = /cancel/i;

export interface PagePrinterService {
  readonly print: PrintPages;
  readonly stop: () => void;
}

/** `window`: whose dialog it is. */
export function createPagePrinter(window: BrowserWindow, logger: Logger): PagePrinterService {
  const stopped = new AbortController();

  const print: PrintPages = async ({ name, pages }) => {
    const printers = await window.webContents.getPrintersAsync();
    if (printers.length === 0) return fail(problem('blocked', 'no-printer'));
    const printing = session.fromPartition(PARTITION, { cache: false });
    printing.protocol.handle('app', ({ url }) => answer(url, name, pages));
    const preferences = { session: printing, javascript: false };
    try {
      return await onHiddenPage({ preferences, parent: window, stop: stopped.signal }, async ({ webContents }) => {
        allowOrigin(webContents, PAGE);
        await webContents.loadURL(PAGE);
        const why = await askAndPrint(webContents);
        if (why === null) return ok({ printed: true });
        if (CANCELLED.test(why)) return ok({ printed: false });
        logger.warn('print', 'not printed', { detail: why });
        return fail(problem('blocked', 'not-printed', { detail: why }));
      });
    } catch (error) {
      if (stopped.signal.aborted) return fail(problem('cancelled', 'cancelled'));
      const detail = error instanceof Error ? error.message : String(error);
      logger.warn('print', 'not printed', { detail });
      return fail(problem('blocked', 'not-printed', { detail }));
    } finally {
      printing.protocol.unhandle('app');
    }
  };

  return { print, stop: () => stopped.abort() };
}

/** Null once it was given to the printer, else why it was not. */
const askAndPrint = (contents: WebContents): Promise<string | null> =>
  new Promise((resolve) => {
    contents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4' },
      (done, why) => resolve(done ? null : why),
    );
  });

/** The page with all pictures, or one of them. */
function answer(url: string, name: string, pages: readonly Uint8Array[]): Response {
  const headers = { 'content-security-policy': POLICY };
  if (url === PAGE) {
    return new Response(pageOf(name, pages.length), {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  const [, index] = /^app:\/\/print\/(\d+)\.png$/.exec(url) ?? [];
  const bytes = pages[Number(index)];
  if (index === undefined || bytes === undefined) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': 'image/png' } });
}

function pageOf(name: string, count: number): string {
  // The queue of the printer shows the title; a name holds nothing that means something in HTML.
  const title = name.replace(/[<>&]/g, '');
  const images = Array.from({ length: count }, (_, index) => `<img src="${index}.png" alt="">`).join('');
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><style>
    @page { size: A4; margin: 0 } body { margin: 0 }
    img { display: block; width: 210mm; height: 296.9mm; break-after: page } img:last-child { break-after: auto }
  </style>${images}`;
}
