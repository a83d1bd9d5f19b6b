import { basename, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { choosing } from './paper-office';
import { readPdf, type ReadPdf } from './read-pdf';
import { goTo, rowWith } from './screens/frame';
import { importFile, readyRecord } from './work-order-file';

/** Keeps the PDF that the dialog shows. */
async function keepPdf(app: ElectronApplication, window: Page, file: string): Promise<ReadPdf> {
  await choosing(app, file);
  await window.getByRole('button', { name: 'Bewaren…' }).click();
  await expect(window.getByText(`Bewaard als ${file}.`)).toBeVisible({ timeout: 60_000 });
  // Kept with the results, for eyes.
  await test.info().attach(basename(file), { path: file, contentType: 'application/pdf' });
  return readPdf(file);
}

const HOSTILE = '<script>document.title = "gekaapt"</script><img src="https://example.invalid/x.png"> & "aanhaling"';

test('both PDFs of a work order are real: text, fonts, A4, page numbers', async ({
  activate,
  koppel,
  openApp,
  scratch,
}) => {
  test.setTimeout(240_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const record = readyRecord(`Cv-ketel nagekeken\nDruk bijgevuld\n${HOSTILE}`, {
    customerReference: 'PO 4711',
    employee: 'Łukasz Őrsi-van der Meulen',
    plannedStart: '2026-11-30T08:00',
    plannedEnd: '2026-11-30T10:00',
    notes: 'Sleutel bij de buren',
    times: [
      { kind: 'travel', minutes: 15, employee: 'Łukasz Őrsi-van der Meulen' },
      { kind: 'work', minutes: 125, employee: 'Łukasz Őrsi-van der Meulen', note: 'vat vervangen' },
      { kind: 'work', minutes: 60, employee: 'Fatima El Idrissi' },
    ],
    articles: [{ code: 'CU-15', quantity: '2.5' }],
    forms: [
      { title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja, geperst op 3 bar' }] },
      { title: 'Veiligheid', answers: [{ question: 'Rookmelder?', answer: '' }] },
    ],
  });
  expect((await koppel('import', [importFile(scratch, [record])])).exitCode).toBe(0);
  const { app, window } = await openApp();
  await goTo(window, 'Werkbonnen');
  await rowWith(window, 'Werkbonnen', 'Cv-ketel nagekeken').click();
  await window.getByRole('button', { name: 'PDF’s' }).click();

  const sheet = await keepPdf(app, window, join(scratch, 'werkbon.pdf'));
  expect(sheet.sizePoints).toEqual([595, 842]);
  expect(sheet.pages).toHaveLength(1);
  const [text = ''] = sheet.pages;
  for (const piece of [
    'Werkbon 1001',
    'Łukasz Őrsi-van der Meulen',
    'Klantreferentie PO 4711',
    'ma 30 nov 2026, 08:00–10:00',
    'vat vervangen 2:05',
    'Totaal 3:05 0:15 3:20',
    'CU-15 Koperen buis 15 mm, hard, lengte 5 m 2,5',
    '<script>document.title = "gekaapt"</script>',
    '1 / 1',
  ]) {
    expect(text).toContain(piece);
  }
  expect(text, 'a werkbon shows no prices').not.toContain('€');
  expect(text, 'notes are the office’s own').not.toContain('Sleutel');
  expect(sheet.title).toMatch(/^Werkbon 1001 – /);
  expect([...sheet.fonts.values()], 'every font is in the file').not.toContain(false);
  expect([...sheet.fonts.keys()].some((name) => name.includes('Inter'))).toBe(true);

  await window.getByRole('radio', { name: 'Eigen formulieren' }).click();
  await expect(window.getByRole('article', { name: 'Bladzijde 1 van 1' })).toContainText('Lekvrij?', {
    timeout: 60_000,
  });
  const forms = await keepPdf(app, window, join(scratch, 'formulieren.pdf'));
  expect(forms.pages[0]).toContain('Lekvrij? ja, geperst op 3 bar');
  expect(forms.pages[0]).toContain('Veiligheid');
});

test('a long work order goes on over pages, with the heads of its tables on each', async ({
  activate,
  koppel,
  openApp,
  scratch,
}) => {
  test.setTimeout(240_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const articles = Array.from({ length: 100 }, (_, index) => ({
    code: 'CU-15',
    quantity: String(index + 1),
    description: `Regel ${index + 1} met een lange omschrijving van wat er is gemonteerd, ${'zeer '.repeat(12)}uitvoerig`,
  }));
  const record = readyRecord('Renovatie dakgoten', { articles, customerReference: 'Donaudampfschifffahrt'.repeat(20) });
  expect((await koppel('import', [importFile(scratch, [record])])).exitCode).toBe(0);
  const { app, window } = await openApp();
  await goTo(window, 'Werkbonnen');
  await rowWith(window, 'Werkbonnen', 'Renovatie dakgoten').click();
  await window.getByRole('button', { name: 'PDF’s' }).click();

  const { pages } = await keepPdf(app, window, join(scratch, 'lang.pdf'));
  expect(pages.length).toBeGreaterThan(3);
  const all = pages.join(' ');
  for (const line of [1, 50, 100]) expect(all).toContain(`Regel ${line} met een lange omschrijving`);
  pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${pages.length}`));
  for (const page of pages.slice(1, -1)) expect(page).toContain('Code Omschrijving Aantal');
});
