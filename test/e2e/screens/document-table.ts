import type { Locator } from '@playwright/test';

/** The lines of a document as they are shown, each as its cells; every kind of space as a plain one. */
export async function shownLines(document: Locator): Promise<readonly (readonly string[])[]> {
  const rows = await document.locator('tbody').getByRole('row').all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim()),
    ),
  );
}
