/** Runs in the main process: the fonts of a PDF as one style sheet that needs nothing else. */
import { readFile } from 'node:fs/promises';
import latin from '@fontsource/inter/files/inter-latin-400-normal.woff2?asset';
import latinStrong from '@fontsource/inter/files/inter-latin-600-normal.woff2?asset';
import latinExtended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?asset';
import latinExtendedStrong from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?asset';

/**
 * Fixed weights, not the variable font of the screens: Chromium writes the outlines of a variable font as drawings
 * (Type 3), those of a fixed one as a real, smaller font. The letters of the last face are looked for first.
 */
const FACES = [
  { weight: 400, file: latinExtended },
  { weight: 600, file: latinExtendedStrong },
  { weight: 400, file: latin },
  { weight: 600, file: latinStrong },
] as const;

/** `@font-face` rules for Inter with the fonts in them: a font in the sheet is there when the page is drawn. */
export async function pdfFontStyle(): Promise<string> {
  const rules = await Promise.all(
    FACES.map(async ({ weight, file }) => {
      const bytes = await readFile(file, 'base64');
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${bytes})format('woff2')}`;
    }),
  );
  return rules.join('\n');
}
