import { basename, dirname, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { keptPaper } from './paper-office';
import { openExamples } from './practice-office';
import { readPdf } from './read-pdf';
import { picture } from './screen-shots';
import { FormsScreen } from './screens/forms';
import { photoFile, sign } from './screens/drawing';
import { choose, goTo } from './screens/frame';

const TITLE = 'Opleverrapport';

/** Keeps the PDF of the forms of a work order, and puts it with the results, for eyes. */
async function keepPdf(app: ElectronApplication, window: Page, id: number, file: string): Promise<void> {
  const request = { of: 'work-order', id, kind: 'custom-forms', choices: null } as const;
  await keptPaper({ app, window }, request, dirname(file), basename(file));
}

test('a form is designed, filled in, checked when reported ready, and printed', async ({
  openApp,
  dataFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  const { app, window } = await openExamples(() => openApp(['--practice', '--data', dataFolder]));
  const forms = new FormsScreen(window);
  await goTo(window, 'Formulieren');
  await picture(window, 'forms-none');

  await forms.startNew(TITLE);
  await forms.add(1, {
    label: 'Soort werk',
    kind: 'Keuze uit een lijst',
    required: true,
    choices: ['Storing', 'Onderhoud'],
  });
  await forms.add(2, {
    label: 'Oorzaak van de storing',
    kind: 'Tekst',
    required: true,
    onlyWith: { question: 'Soort werk', answers: ['Storing'] },
  });
  await forms.add(3, { label: 'Lekvrij?', kind: 'Ja of nee', required: true });
  await forms.add(4, { label: 'Druk in bar', kind: 'Getal', onlyWith: { question: 'Lekvrij?', answers: ['Ja'] } });
  await forms.add(5, { label: 'Volgende beurt', kind: 'Datum' });
  await forms.add(6, { label: 'Foto van de ketel', kind: 'Foto’s', required: true });
  await forms.add(7, { label: 'Voor akkoord', kind: 'Handtekening', required: true });
  await forms.save(TITLE);
  await picture(window, 'forms-designer');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'forms-designer-dark');
  await changeApp(window, { theme: 'light' });

  const made = right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Ketel nakijken' }));
  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${made.id}`);
  await expect(window.getByRole('heading', { level: 1, name: `Werkbon ${made.number}` })).toBeVisible();
  const panel = window.getByRole('region', { name: 'Eigen formulieren' });
  const add = panel.getByRole('combobox', { name: 'Formulier toevoegen' });
  await add.click();
  await add.pressSequentially('oplever');
  await expect(window.getByRole('option', { name: TITLE })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const kind = panel.getByRole('button', { name: /Soort werk/ });
  await expect(kind).toBeFocused();
  await expect(panel.getByRole('textbox', { name: /Oorzaak van de storing/ })).toBeHidden();
  await choose(window, kind, 'Storing');
  await choose(window, panel.getByRole('button', { name: /Lekvrij/ }), 'Ja');
  await panel.getByRole('textbox', { name: 'Druk in bar' }).fill('1,75');

  await window.getByRole('button', { name: 'Gereed melden' }).click();
  const cause = panel.getByRole('textbox', { name: /Oorzaak van de storing/ });
  await expect(
    window.getByText(`In het formulier ${TITLE} is de verplichte vraag Oorzaak van de storing`),
  ).toBeVisible();
  await picture(window, 'forms-refused');
  await window.getByRole('button', { name: 'Naar de vraag' }).click();
  await expect(cause).toBeFocused();
  await picture(window, 'forms-filled');
  await window.keyboard.type('Expansievat leeg');
  await panel.locator('input[type=file]').setInputFiles(await photoFile(window, join(scratch, 'ketel.png'), '#3b6ea5'));
  await expect(panel.getByRole('img', { name: 'Foto van de ketel, foto 1' })).toBeVisible();
  const signed = panel.getByRole('group', { name: /^Voor akkoord/ });
  await signed.getByRole('textbox', { name: 'Naam' }).fill('J. Bakker');
  await signed.getByRole('button', { name: 'Tekenen' }).click();
  const sheet = window.getByRole('img', { name: 'Vlak om te tekenen' });
  await picture(window, 'forms-sign');
  await sign(window, sheet);
  await window.getByRole('button', { name: 'Gebruiken' }).click();
  await expect(signed.getByRole('img', { name: 'Handtekening van J. Bakker' })).toBeVisible();
  await picture(window, 'forms-signed');
  await window.getByRole('button', { name: 'Gereed melden' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Gereed gemeld');

  // From here on the form asks something else; this work order keeps its questions.
  await goTo(window, 'Formulieren');
  await picture(window, 'forms-one');
  await window.getByRole('link', { name: TITLE }).click();
  await forms.question(1).getByRole('textbox', { name: 'Vraag' }).fill('Waarvoor kwam u?');
  await forms.save(TITLE);

  const file = join(scratch, 'formulieren.pdf');
  await keepPdf(app, window, made.id, file);
  const page = (await readPdf(file)).pages.join(' ');
  for (const piece of [
    'Soort werk Storing',
    'Oorzaak van de storing Expansievat leeg',
    'Lekvrij? Ja',
    'Druk in bar 1,75',
    'Volgende beurt –',
    'Voor akkoord J. Bakker, ',
  ]) {
    expect(page).toContain(piece);
  }
  expect(page).not.toContain('Waarvoor kwam u?');
});

test('a long form goes on over pages, and no question is torn from its answer', async ({
  openApp,
  dataFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  const { app, window } = await openExamples(() => openApp(['--practice', '--data', dataFolder]));
  const asked = Array.from({ length: 90 }, (_, index) => index + 1);
  const { current } = right(
    await ask(window, 'custom-forms:save', {
      id: null,
      title:
        'Keuringsrapport van de hele installatie met een titel die niet op één regel past en dus over twee regels gaat',
      questions: asked.map((number) => ({
        id: `q-${number}`,
        kind: 'text' as const,
        label: `Vraag ${number}: is dit onderdeel nagekeken?`,
        required: true,
        visibleWhen: null,
      })),
    }),
  );
  const answers = Object.fromEntries(
    asked.map((number) => [
      `q-${number}`,
      `Antwoord ${number}: ${'nagekeken en in orde bevonden, '.repeat(number % 7)}klaar.`,
    ]),
  );
  const made = right(
    await ask(window, 'work-orders:create', {
      ...EMPTY_WORK_ORDER,
      description: 'Keuring',
      forms: [{ formVersionId: current.id, title: current.title, answers }],
    }),
  );
  right(await ask(window, 'work-orders:report-ready', made.id));
  const file = join(scratch, 'lang.pdf');
  await keepPdf(app, window, made.id, file);
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const [question] = current.questions;
    const questions = question === undefined ? [] : [{ ...question }];
    right(await ask(window, 'custom-forms:save', { id: null, title: `Checklist ${number}`, questions }));
  }
  await goTo(window, 'Formulieren');
  await expect(window.getByRole('link', { name: 'Checklist 8' })).toBeVisible();
  await picture(window, 'forms-many');
  const { pages } = await readPdf(file);
  expect(pages.length).toBeGreaterThanOrEqual(5);
  for (const number of asked) {
    const page = pages.find((text) => text.includes(`Vraag ${number}: `));
    expect(page).toContain(`Antwoord ${number}: `);
  }
  pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${pages.length}`));
});
