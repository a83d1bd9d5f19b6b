import { join } from 'node:path';
import { expect, test } from './fixtures';
import { PlannedWork } from './planned-work';
import { choosing } from './paper-office';
import { readPdf } from './read-pdf';
import { setSize } from './screen-shots';
import { PlanningScreen } from './screens/planning';

test('the day list of everybody is a PDF with a sheet for each employee', async ({ openApp, dataFolder, scratch }) => {
  test.setTimeout(240_000);
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  const first = await work.add({
    customer: 'Café Zoë',
    employee: 'Łukasz Őrsi-van der Meulen',
    from: '08:00',
    until: '10:00',
    description: 'Ketel nakijken\nDruk bijvullen',
  });
  await work.add({ customer: 'Gemeente Amersfoort', employee: 'Fatima El Idrissi', from: '09:00', until: '09:45' });
  await work.add({ employee: 'Fatima El Idrissi', from: '13:00', inDays: 1 });
  await screen.open();
  const file = join(scratch, 'daglijst.pdf');
  await choosing(app, file);

  await window.getByRole('button', { name: 'Daglijst' }).click();
  await window.getByRole('button', { name: 'Bewaren…' }).click();
  await expect(window.getByText(`Bewaard als ${file}.`)).toBeVisible();
  await test.info().attach('daglijst.pdf', { path: file, contentType: 'application/pdf' });

  const pdf = await readPdf(file);
  expect(pdf.sizePoints).toEqual([595, 842]);
  expect(pdf.pages).toHaveLength(2);
  const ofLukasz = pdf.pages.find((page) => page.includes('Łukasz Őrsi-van der Meulen')) ?? '';
  for (const piece of [
    '08:00–10:00',
    `Werkbon ${first.number} – Café Zoë`,
    'Dorpsstraat 1 3512 AB Utrecht',
    'Ketel nakijken Druk bijvullen',
  ]) {
    expect(ofLukasz).toContain(piece);
  }
  expect(ofLukasz).not.toContain('Fatima');
  expect(pdf.title).toMatch(/^Daglijst .* – /);
  expect([...pdf.fonts.values()], 'every font is in the file').not.toContain(false);

  await window.getByRole('button', { name: 'Bekijken' }).click();
  const shown = window.getByRole('dialog', { name: 'Daglijst' });
  await expect(shown.getByRole('article', { name: 'Bladzijde 2 van 2' })).toBeVisible({ timeout: 60_000 });
  await window.keyboard.press('Escape');

  // The computer of the test has no printer.
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => Promise.resolve([]);
  });
  await window.getByRole('button', { name: 'Afdrukken…' }).click();
  await expect(window.getByText('Op deze computer is geen printer ingesteld.')).toBeVisible({ timeout: 60_000 });
});
