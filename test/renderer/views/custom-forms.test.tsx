import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormVersion, Question } from '../../../preload/contract/custom-forms';
import { goToQuestion, questionPlace } from '../../../renderer/views/form-filling/question-place';
import { firstFault, moved, newQuestion, tidied, withQuestion } from '../../../renderer/views/forms/form-design';
import { createWorkOrderEditor } from '../../../renderer/views/work-orders/work-order-editor';
import { workOrder } from '../fake/books';
import { QUESTIONS } from '../fake/forms';
import { installFakeApp, pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (name: string | RegExp) =>
  act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name }))));
const type = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
const question = (number: number) => screen.findByRole('group', { name: `Vraag ${number}` });

describe('the list of forms', () => {
  test('says how many work orders hold each, and lets go only of those that none holds', async () => {
    await showApp('#/forms');
    const table = await screen.findByRole('table', { name: 'Formulieren' });
    expect(within(table).getByRole('row', { name: /^Veiligheid 5 6 Weggezet/ })).toBeTruthy();
    const isDisabled = (name: string) => screen.getByRole('button', { name }).hasAttribute('disabled');
    expect([isDisabled('Oplevering verwijderen'), isDisabled('Veiligheid verwijderen')]).toEqual([false, true]);
  });

  test('without forms it says what they are for', async () => {
    await showApp('#/forms', { rows: 0 });
    expect(await screen.findByRole('heading', { name: 'Nog geen formulieren' })).toBeTruthy();
  });
});

describe('designing a form', () => {
  test('keeps what was typed, tidied, once every question can be asked', async () => {
    const fake = await showApp('#/forms/new', { rows: 0 });
    await type(await screen.findByLabelText(/^Titel van het formulier/), ' Oplevering ');
    await press('Vraag toevoegen');
    expect(screen.getByText('Vul de vraag in.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Opslaan' }).hasAttribute('disabled')).toBe(true);

    await type(within(await question(1)).getByRole('textbox', { name: 'Vraag' }), 'Lekvrij?');
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole('checkbox', { name: 'Verplicht' }))));
    await press('Opslaan');
    expect(fake.calls.find(({ name }) => name === 'customForms.save')?.input).toMatchObject({
      id: null,
      title: 'Oplevering',
      questions: [{ kind: 'text', label: 'Lekvrij?', required: true, visibleWhen: null }],
    });
  });

  test('what was not saved is still there after another screen', async () => {
    await showApp('#/forms/1');
    await type(await screen.findByLabelText(/^Titel van het formulier/), 'Oplevering 2');
    for (const place of ['#/articles', '#/forms/1']) {
      window.location.hash = place;
      await act(() => Promise.resolve(void window.dispatchEvent(new HashChangeEvent('hashchange'))));
    }
    expect(await screen.findByDisplayValue('Oplevering 2')).toBeTruthy();
    await press('Wijzigingen weggooien');
    expect(screen.getByDisplayValue('Oplevering')).toBeTruthy();
  });

  test('moving a question keeps the focus on the button', async () => {
    await showApp('#/forms/1');
    const first = within(await question(1));
    const down = first.getByRole('button', { name: 'Vraag 1 omlaag' });
    act(() => down.focus());
    await act(() => Promise.resolve(fireEvent.click(down)));
    expect(within(await question(2)).getByDisplayValue('Soort werk')).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Vraag 2 omlaag');
    // What depended on it is now asked before it.
    expect(screen.getByText(/hangt af van een vraag die later komt/)).toBeTruthy();
  });
});

describe('a design', () => {
  test('a choice that gets another text takes along who depends on it', () => {
    const [kind] = QUESTIONS;
    if (kind?.kind !== 'choice') throw new Error('The first question is a choice');
    const renamed = withQuestion(QUESTIONS, { ...kind, choices: ['Spoedstoring', 'Onderhoud'] });
    expect(renamed[1]?.visibleWhen).toEqual({ key: 'kind', oneOf: ['Spoedstoring'] });
    expect(firstFault(renamed)).toBeNull();
    const without = withQuestion(QUESTIONS, { ...kind, choices: ['Onderhoud'] });
    expect(firstFault(without)).toEqual({ id: 'cause', fault: 'depends-on-no-answer' });
  });

  test('empty lines are no choices', () => {
    const asked = {
      ...newQuestion('a'),
      kind: 'choice' as const,
      label: ' Kleur ',
      choices: ['rood ', '', 'wit'],
    } satisfies Question;
    expect(tidied({ title: 'T', questions: [asked] }).questions).toMatchObject([
      { label: 'Kleur', choices: ['rood', 'wit'] },
    ]);
    expect(firstFault([{ ...asked, choices: ['', ' '] }])).toEqual({ id: 'a', fault: 'no-choices' });
  });

  test('the first one cannot go further up', () => {
    expect(moved(QUESTIONS, 'kind', -1)).toBe(QUESTIONS);
    expect(
      moved(QUESTIONS, 'cause', -1)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['cause', 'kind']);
  });
});

describe('filling in', () => {
  const version: FormVersion = { id: 70, formId: 7, version: 1, title: 'Oplevering', questions: QUESTIONS };

  test('an added form is saved with the version whose questions it shows', async () => {
    const { calls } = installFakeApp();
    const editor = createWorkOrderEditor({ ...workOrder(2), forms: [] }, null);
    editor.getState().addForm(version);
    expect(editor.getState().formVersions[70]).toBe(version);
    await editor.getState().save();
    expect(calls.find(({ name }) => name === 'workOrders.save')?.input).toMatchObject({
      draft: { forms: [{ formVersionId: 70, title: 'Oplevering', answers: {} }] },
    });
  });

  test('a form of the list is added with its questions, on the work order itself', async () => {
    await showApp('#/work-orders/2');
    const field = await screen.findByRole('combobox', { name: 'Formulier toevoegen' });
    act(() => field.focus());
    await type(field, 'oplev');
    const option = await screen.findByRole('option', { name: /Oplevering/ });
    await act(() => Promise.resolve(fireEvent.click(option)));
    const form = await screen.findByRole('heading', { level: 3, name: 'Oplevering' });
    expect(form).toBeTruthy();
    expect(screen.getByRole('button', { name: /Soort werk/ })).toBeTruthy();
    expect(screen.queryByLabelText(/Oorzaak van de storing/)).toBeNull();
    const place = document.querySelector('[id^="form-"][id$="-kind"]');
    const formKey = /^form-(.+)-kind$/.exec(place?.id ?? '')?.[1] ?? '';
    act(() => goToQuestion(formKey, 'tight'));
    await waitFor(() =>
      expect(document.getElementById(questionPlace(formKey, 'tight'))?.contains(document.activeElement)).toBe(true),
    );
  });
});
