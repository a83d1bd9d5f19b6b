import { expect, test } from 'vitest';
import type { FormVersion, Question } from '../../../preload/contract/custom-forms';
import { answersFor, missingAnswers } from '../../../preload/contract/form-rules';
import type { WorkOrderForm } from '../../../preload/contract/views';
import { estimatedPdfBytes } from '../../../preload/contract/work-order-files';

const asked = (id: string, kind: 'text' | 'number' | 'yes-no' = 'text'): Question => ({
  id,
  kind,
  label: `Vraag ${id}`,
  required: true,
  visibleWhen: null,
});
const version = (id: number, questions: readonly Question[]): FormVersion => ({
  id,
  formId: 1,
  version: id,
  title: 'Oplevering',
  questions,
});

test('equal questions keep their answers; gone and otherwise asked ones lose them, and are named', () => {
  const before = version(1, [asked('a'), asked('b'), asked('c'), asked('d')]);
  const after = version(2, [asked('d'), asked('a'), asked('b', 'number'), asked('e')]);
  const moved = answersFor(after, { a: 'blijft', b: 'veel', c: 'weg', d: ' ' }, before);
  expect(moved.answers).toEqual({ a: 'blijft', d: ' ' });
  expect(moved.lost.map(({ id }) => id)).toEqual(['b', 'c']);
});

test('what is not answered is named form by form, with its place on the screen', () => {
  const one = version(1, [asked('a'), asked('b')]);
  const forms: readonly WorkOrderForm[] = [
    { title: 'Vrij', answers: [{ question: 'x', answer: '' }] },
    { formVersionId: 1, title: 'Oplevering', answers: { a: 'ja' } },
    { formVersionId: 1, title: 'Oplevering', answers: {} },
  ];
  expect(missingAnswers(forms, [one]).map(({ field, form }) => `${form} ${field}`)).toEqual([
    'Oplevering forms[1].b',
    'Oplevering forms[2].a',
    'Oplevering forms[2].b',
  ]);
});

test('photos count for the PDF that they are on; attachments go along with none', () => {
  const file = { kind: 'photo', questionId: null, sizeBytes: 200_000 } as const;
  const empty = estimatedPdfBytes([]);
  const full = estimatedPdfBytes([
    file,
    { ...file, questionId: 'q' },
    { ...file, questionId: 'q' },
    { ...file, kind: 'file' },
  ]);
  expect(full['work-order'] - empty['work-order']).toBe(200_000);
  expect(full['custom-forms'] - empty['custom-forms']).toBe(400_000);
});

test('photos are made smaller for a PDF, the more so the more there are', () => {
  const photo = { kind: 'photo', questionId: null, sizeBytes: 2_000_000 } as const;
  const sizeWith = (count: number) =>
    estimatedPdfBytes(Array.from({ length: count }, () => photo))['work-order'] - estimatedPdfBytes([])['work-order'];
  expect([sizeWith(1), sizeWith(5), sizeWith(10), sizeWith(50)]).toEqual([400_000, 2_000_000, 4_000_000, 4_000_000]);
});
