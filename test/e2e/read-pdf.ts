import { readFileSync } from 'node:fs';
// The reader that needs no browser, in a version that runs on Node 20.
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly title: string;
  /** The program that made it, as the properties tell. */
  readonly maker: string;
  /** The text of each page, with one space wherever there is any. */
  readonly pages: readonly string[];
  /** Names of the fonts, and whether each is in the file. */
  readonly fonts: ReadonlyMap<string, boolean>;
  readonly sizePoints: readonly [number, number];
}

/** What a reader of the PDF gets: its text, fonts and size. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  const { info } = await document.getMetadata();
  const pages: string[] = [];
  const fonts = new Map<string, boolean>();
  let size: readonly [number, number] = [0, 0];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    size = [Math.round(width), Math.round(height)];
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
    pages.push(text.replace(/\s+/g, ' '));
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operation, index) => {
      if (operation !== OPS.setFont) return;
      const [id] = argsArray[index] as [string];
      const font = page.commonObjs.get(id) as { name: string; missingFile: boolean };
      fonts.set(font.name, !font.missingFile);
    });
  }
  const title = 'Title' in info ? String(info.Title) : '';
  const maker = 'Creator' in info ? String(info.Creator) : '';
  return { title, maker, pages, fonts, sizePoints: size };
}
