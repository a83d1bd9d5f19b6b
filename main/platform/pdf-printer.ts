/** Runs in the main process: prints a page of HTML as a PDF, in a window that nobody sees and that can do nothing else. */
import { session, type PrintToPDFOptions, type Session } from 'electron';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import { withoutTraces } from '../documents/pdf-properties';
import type { Logger, PdfPrinter } from '../ports';
import { allowOrigin } from './guards';
import { onHiddenPage } from './hidden-page';
import { pdfFontStyle } from './pdf-fonts';
import { withSmallerPhotos } from './smaller-photos';

/** In memory only, and shared with nothing else. */
const PARTITION = 'pdf-printer';
const ORIGIN = 'app://pdf';
const PAGE = `${ORIGIN}/sheet.html`;
const FONTS = `${ORIGIN}/fonts.css`;

/** No scripts, no frames, no addresses: what a work order holds is text of others. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** A sheet of a hundred pages takes a second or two. */
const TIMEOUT_MS = 30_000;

export interface PdfPrinterService {
  /** One at a time. Problems: `pdf-not-made`, `cancelled` once it was stopped. */
  readonly print: PdfPrinter;
  /** Breaks off what is being printed; nothing is printed any more. */
  readonly stop: () => Promise<void>;
}

export function createPdfPrinter(logger: Logger): PdfPrinterService {
  const stopped = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let style: Promise<string> | null = null;

  const printNow: PdfPrinter = async (html) => {
    if (stopped.signal.aborted) return fail(problem('cancelled', 'cancelled'));
    try {
      const { signal } = stopped;
      return ok(await printPage(await withSmallerPhotos(html, signal), await (style ??= pdfFontStyle()), signal));
    } catch (error) {
      if (stopped.signal.aborted) return fail(problem('cancelled', 'cancelled'));
      const detail = error instanceof Error ? error.message : String(error);
      logger.warn('pdf', 'not printed', { detail });
      return fail(problem('storage', 'pdf-not-made', { detail }));
    }
  };

  return {
    print: (html) => {
      const printed = last.then(() => printNow(html));
      last = printed;
      return printed;
    },
    stop: async () => {
      stopped.abort();
      await last;
    },
  };
}

async function printPage(html: string, fonts: string, stop: AbortSignal): Promise<Uint8Array> {
  const printing = isolatedSession(html, fonts);
  const preferences = { session: printing, javascript: false };
  try {
    return await onHiddenPage({ preferences, limitMs: TIMEOUT_MS, stop }, async ({ webContents }) => {
      allowOrigin(webContents, PAGE);
      await webContents.loadURL(PAGE);
      return withoutTraces(await webContents.printToPDF(options(fonts)));
    });
  } finally {
    printing.protocol.unhandle('app');
  }
}

/** A session that answers for the sheet and its fonts and lets nothing else through. */
function isolatedSession(html: string, fonts: string): Session {
  const isolated = session.fromPartition(PARTITION, { cache: false });
  const contents = new Map([
    [PAGE, { type: 'text/html; charset=utf-8', text: html }],
    [FONTS, { type: 'text/css; charset=utf-8', text: fonts }],
  ]);
  isolated.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }));
  isolated.protocol.handle('app', ({ url }) => {
    const content = contents.get(url);
    if (content === undefined) return new Response(null, { status: 404 });
    return new Response(content.text, { headers: { 'content-type': content.type, 'content-security-policy': POLICY } });
  });
  return isolated;
}

/** What lies in the page itself: its fonts, photos and signatures. */
const EMBEDDED = ['data:font/woff2;', 'data:image/jpeg;', 'data:image/png;'] as const;

const isOwn = (url: string): boolean =>
  url === PAGE || url === FONTS || EMBEDDED.some((beginning) => url.startsWith(beginning));

/** A4 as the sheet says, its title and the page number at the foot. */
const options = (fonts: string): PrintToPDFOptions => ({
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: `<style>${fonts} .foot{display:flex;justify-content:space-between;box-sizing:border-box;width:100%;padding:0 16mm;
    font:7pt Inter,sans-serif;font-variant-ligatures:none;color:#5a625e}</style>
    <div class="foot"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
});
