/** Runs in the main process: the fonts of a PDF as one style sheet that needs nothing else. */
import { readFile } from 'node:fs/promises';
import ranges from '@fontsource/inter/unicode.json';
import cyrillic from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?asset';
import cyrillicStrong from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?asset';
import greek from '@fontsource/inter/files/inter-greek-400-normal.woff2?asset';
import greekStrong from '@fontsource/inter/files/inter-greek-600-normal.woff2?asset';
import latin from '@fontsource/inter/files/inter-latin-400-normal.woff2?asset';
import latinStrong from '@fontsource/inter/files/inter-latin-600-normal.woff2?asset';
import latinExtended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?asset';
import latinExtendedStrong from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?asset';
import vietnamese from '@fontsource/inter/files/inter-vietnamese-400-normal.woff2?asset';
import vietnameseStrong from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?asset';

/**
 * Each part of Inter says which letters it is for, in its own words but one: marks that are put above or below a letter
 * belong to the larger part only. With both a letter and a mark of the small part within reach, Chromium draws a "ś" or
 * "ā" out of two, and the PDF no longer knows which letter that was: it cannot be searched or copied.
 */
const LATIN = ranges.latin.replace(/U\+03[0-9A-F]{2},/g, '');

/**
 * Fixed weights, not the variable font of the screens: Chromium writes the outlines of a variable font as drawings
 * (Type 3), those of a fixed one as a real, smaller font. The letters of the last face are looked for first.
 */
const FACES = [
  { range: ranges.vietnamese, weight: 400, file: vietnamese },
  { range: ranges.vietnamese, weight: 600, file: vietnameseStrong },
  { range: ranges.greek, weight: 400, file: greek },
  { range: ranges.greek, weight: 600, file: greekStrong },
  { range: ranges.cyrillic, weight: 400, file: cyrillic },
  { range: ranges.cyrillic, weight: 600, file: cyrillicStrong },
  { range: ranges['latin-ext'], weight: 400, file: latinExtended },
  { range: ranges['latin-ext'], weight: 600, file: latinExtendedStrong },
  { range: LATIN, weight: 400, file: latin },
  { range: LATIN, weight: 600, file: latinStrong },
] as const;

/** `@font-face` rules for Inter with the fonts in them: a font in the sheet is there when the page is drawn. */
export async function pdfFontStyle(): Promise<string> {
  const rules = await Promise.all(
    FACES.map(async ({ range, weight, file }) => {
      const source = `url(data:font/woff2;base64,${await readFile(file, 'base64')})format('woff2')`;
      return `@font-face{font-family:Inter;font-weight:${weight};unicode-range:${range};src:${source}}`;
    }),
  );
  return rules.join('\n');
}
