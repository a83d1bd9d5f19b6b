import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { picture, setSize } from './screen-shots';

const asked = (id: string, label: string, kind: 'text' | 'number' = 'text') => ({
  id,
  label,
  kind,
  required: true,
  visibleWhen: null,
});

test('a filled form keeps its questions, and takes over the new ones when the office wants it', async ({
  openApp,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app, 720);
  const title = 'Opleverrapport';
  const first = right(
    await ask(window, 'custom-forms:save', {
      id: null,
      title,
      questions: [asked('a', 'Wat is er gedaan?'), asked('b', 'Druk'), asked('c', 'Bijzonderheden')],
    }),
  );
  const answers = { a: 'Vat vervangen', b: 'ruim voldoende', c: 'geen' };
  const made = right(
    await ask(window, 'work-orders:create', {
      ...EMPTY_WORK_ORDER,
      description: 'Ketel nakijken',
      forms: [{ formVersionId: first.current.id, title, answers }],
    }),
  );
  right(await ask(window, 'work-orders:report-ready', made.id));
  const second = right(
    await ask(window, 'custom-forms:save', {
      id: first.id,
      title,
      questions: [asked('b', 'Druk in bar', 'number'), asked('a', 'Wat is er gedaan?')],
    }),
  );
  expect(second.current.version).toBe(2);

  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${made.id}`);
  const form = window.getByRole('group', { name: title });
  await expect(form.getByRole('textbox', { name: /Bijzonderheden/ })).toHaveValue('geen');
  await expect(form.getByText('Dit formulier is intussen gewijzigd')).toBeVisible();
  await form.scrollIntoViewIfNeeded();
  await picture(window, 'nl-form-newer');

  // What would be lost is named first.
  await form.getByRole('button', { name: 'Nieuwe vragen overnemen' }).click();
  const question = window.getByRole('alertdialog');
  await expect(question.getByRole('listitem')).toHaveText(['Druk', 'Bijzonderheden']);
  await question.getByRole('button', { name: 'Nieuwe vragen overnemen' }).click();
  await expect(form.getByRole('textbox', { name: /Wat is er gedaan/ })).toHaveValue('Vat vervangen');
  await expect(form.getByRole('textbox', { name: /Bijzonderheden/ })).toHaveCount(0);

  // The work order is reported ready: without the new answer the form is not kept, and the question is a press away.
  const kept = async () => (await ask(window, 'work-orders:get', made.id))?.forms;
  const toQuestion = window.getByRole('button', { name: 'Naar de vraag' });
  await expect(toQuestion).toBeVisible();
  await expect(window.getByText(/Daarom moet de verplichte vraag Druk in bar in het formulier/).first()).toBeVisible();
  expect(await kept()).toEqual([{ formVersionId: first.current.id, title, answers }]);
  await picture(window, 'nl-form-answer-lost');
  await toQuestion.click();
  await expect(form.getByRole('textbox', { name: /Druk in bar/ })).toBeFocused();
  await window.keyboard.type('1,5');
  await window.keyboard.press('Tab');
  await expect
    .poll(kept)
    .toEqual([{ formVersionId: second.current.id, title, answers: { a: 'Vat vervangen', b: '1.5' } }]);
  await expect(form.getByText('Dit formulier is intussen gewijzigd')).toBeHidden();
});
