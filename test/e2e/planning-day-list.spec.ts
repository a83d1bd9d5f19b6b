import { join } from 'node:path';
import { expect, test } from './fixtures';
import { PlannedWork } from './planned-work';
import { readPdf } from './read-pdf';
import { setSize } from './screen-shots';
import { PlanningScreen } from './screens/planning';

test('the day list of everybody is a PDF with a sheet for each employee', async ({ openApp, dataFolder, scratch }) => {
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
  await app.evaluate(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    shell.openPath = () => Promise.resolve('');
  }, file);

  await window.getByRole('button', { name: 'Daglijst' }).click();
  await window.getByRole('button', { name: 'PDF bewaren…' }).click();
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
});
