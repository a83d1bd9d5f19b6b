import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Store } from '../../../main/db/store';
import type { CustomFormRow, FormAnswers, Question } from '../../../preload/contract/custom-forms';
import { NOON, openTempStore } from './open-temp-store';
import { codeOf, draft, value } from './records';

const TIGHT: Question = { id: 'tight', kind: 'yes-no', label: 'Lekvrij?', required: true, visibleWhen: null };
const PRESSURE: Question = {
  id: 'pressure',
  kind: 'number',
  label: 'Druk in bar',
  required: true,
  visibleWhen: { key: 'tight', oneOf: [true] },
};

const design = (store: Store, title = 'Oplevering', questions: readonly Question[] = [TIGHT]): CustomFormRow =>
  value(store.customForms.save(null, { title, questions }, NOON));
const filled = (form: CustomFormRow, answers: FormAnswers = {}) =>
  draft({ forms: [{ formVersionId: form.current.id, title: form.title, answers }] });

test('a form that no work order holds is changed in place; once one does, a change is a new version', () => {
  const { store } = openTempStore();
  const form = design(store);
  const second = value(store.customForms.save(form.id, { title: 'Oplevering', questions: [TIGHT, PRESSURE] }, NOON));
  expect(second.current).toMatchObject({ id: form.current.id, version: 1, questions: [TIGHT, PRESSURE] });

  const held = value(store.workOrders.create(filled(second, { tight: true, pressure: '1.50' }), NOON));
  const third = value(store.customForms.save(form.id, { title: 'Oplevering cv', questions: [PRESSURE] }, NOON));
  expect(third).toMatchObject({ title: 'Oplevering cv', workOrders: 1, current: { version: 2 } });
  expect(store.workOrders.get(held.id)).toMatchObject({
    forms: [{ formVersionId: second.current.id, title: 'Oplevering', answers: { tight: true, pressure: '1.50' } }],
    formVersions: [{ id: second.current.id, questions: [TIGHT, PRESSURE] }],
  });
});

test('another title alone makes no version', () => {
  const { store } = openTempStore();
  const form = design(store);
  value(store.workOrders.create(filled(form), NOON));
  const renamed = value(store.customForms.save(form.id, { title: 'Anders', questions: [TIGHT] }, NOON));
  expect(renamed.current).toMatchObject({ id: form.current.id, version: 1 });
});

test('the database itself refuses other questions under a filled-in form', () => {
  const { store, file } = openTempStore();
  const form = design(store);
  value(store.workOrders.create(filled(form), NOON));
  const db = new Database(file);
  expect(() => db.prepare(`UPDATE custom_form_version SET questions = '[]'`).run()).toThrow('never change');
  db.close();
});

test('a work order is not reported ready before the required questions that show are answered', () => {
  const { store } = openTempStore();
  const form = design(store, 'Oplevering', [TIGHT, PRESSURE]);
  const made = value(store.workOrders.create(filled(form, { tight: true, pressure: '' }), NOON));
  expect(store.workOrders.reportReady(made.id, NOON)).toMatchObject({
    problem: {
      code: 'form-answer-missing',
      params: { workOrder: made.number, form: 'Oplevering', question: 'Druk in bar' },
      field: 'forms[0].pressure',
    },
  });
  value(store.workOrders.save(made.id, made.version, filled(form, { tight: false }), NOON));
  expect(value(store.workOrders.reportReady(made.id, NOON)).status).toBe('ready');
});

test('a ready work order may not lose a required answer, and is not archived without it', () => {
  const { store, file } = openTempStore();
  const form = design(store, 'Oplevering', [TIGHT]);
  const made = value(store.workOrders.create(filled(form, { tight: true }), NOON));
  const { version } = value(store.workOrders.reportReady(made.id, NOON));
  expect(store.workOrders.save(made.id, version, filled(form), NOON)).toMatchObject({
    problem: {
      code: 'form-answer-lost',
      params: { workOrder: made.number, form: 'Oplevering', question: 'Lekvrij?' },
      field: 'forms[0].tight',
    },
  });
  expect(store.workOrders.get(made.id)).toMatchObject({ version, forms: [{ answers: { tight: true } }] });

  // As an older version of the app may have left it.
  const db = new Database(file);
  db.prepare(`UPDATE work_order_form SET answers = '{}'`).run();
  db.close();
  expect(codeOf(store.workOrders.archive(made.id, version, { state: 'waiting', frozen: null }, NOON))).toBe(
    'form-answer-lost',
  );
  const reopened = value(store.workOrders.reopen(made.id, NOON));
  expect(codeOf(store.workOrders.save(made.id, reopened.version, filled(form), NOON))).toBe('accepted');
});

test('a photo that is not on this work order is no answer for one that is ready', () => {
  const { store } = openTempStore();
  const photo: Question = { id: 'photo', kind: 'photo', label: 'Foto', required: true, visibleWhen: null };
  const form = design(store, 'Oplevering', [photo]);
  const made = value(store.workOrders.create(draft(), NOON));
  const { version } = value(store.workOrders.reportReady(made.id, NOON));
  expect(codeOf(store.workOrders.save(made.id, version, filled(form, { photo: [12] }), NOON))).toBe('form-answer-lost');
});

test('answers must fit their questions', () => {
  const { store } = openTempStore();
  const form = design(store, 'Oplevering', [TIGHT, PRESSURE]);
  expect(codeOf(store.workOrders.create(filled(form, { pressure: 'veel' }), NOON))).toBe('form-answer-wrong');
  expect(codeOf(store.workOrders.create(filled(form, { gone: 'x' }), NOON))).toBe('form-answer-wrong');
  const nowhere = { ...form, current: { ...form.current, id: 99 } };
  expect(codeOf(store.workOrders.create(filled(nowhere), NOON))).toBe('form-gone');
});

test('a form that is used can only be put away; then its title is free', () => {
  const { store } = openTempStore();
  const form = design(store);
  const unused = design(store, 'Veiligheid');
  const made = value(store.workOrders.create(filled(form), NOON));
  expect(codeOf(store.customForms.remove(form.id))).toBe('form-in-use');
  expect(codeOf(store.customForms.remove(unused.id))).toBe('accepted');
  expect(codeOf(store.customForms.save(null, { title: 'OPLEVERING', questions: [TIGHT] }, NOON))).toBe(
    'form-title-taken',
  );

  value(store.customForms.setActive(form.id, false));
  expect(store.customForms.currentByTitle('Oplevering')).toBeNull();
  design(store, 'Oplevering');
  expect(codeOf(store.customForms.setActive(form.id, true))).toBe('form-title-taken');
  expect(store.workOrders.get(made.id)?.formVersions).toHaveLength(1);
});

test('a wipe takes the filled-in forms and leaves the designs', () => {
  const { store } = openTempStore();
  const form = design(store);
  value(store.workOrders.create(filled(form), NOON));
  store.wipe.run(['workOrders']);
  expect(store.customForms.list()).toMatchObject([{ title: 'Oplevering', workOrders: 0 }]);
  expect(codeOf(store.customForms.remove(form.id))).toBe('accepted');
});

test('free forms stay as they were typed', () => {
  const { store } = openTempStore();
  const forms = [{ title: 'Oplevering', answers: [{ question: 'Schoon?', answer: 'ja' }] }];
  const made = value(store.workOrders.create(draft({ forms }), NOON));
  expect(made).toMatchObject({ forms, formVersions: [] });
  expect(value(store.workOrders.reportReady(made.id, NOON)).status).toBe('ready');
});

test('photos and a drawn signature stay on their own work order; a copy of it has none', () => {
  const { store } = openTempStore();
  const photo: Question = { id: 'photo', kind: 'photo', label: 'Foto', required: false, visibleWhen: null };
  const form = design(store, 'Oplevering', [photo, { ...photo, id: 'signed', kind: 'signature' }]);
  const made = value(store.workOrders.create(filled(form), NOON));
  const added = (kind: 'photo' | 'signature') =>
    value(
      store.workOrderFiles.add(
        {
          workOrderId: made.id,
          kind,
          name: kind,
          width: 1,
          height: 1,
          questionId: kind,
          bytes: new Uint8Array([1]),
          thumbnail: null,
        },
        NOON,
      ),
    ).id;
  const answers = { photo: [added('photo')], signed: { name: 'J', day: '2026-03-02', fileId: added('signature') } };
  const saved = value(store.workOrders.save(made.id, made.version, filled(form, answers), NOON));
  expect(saved.forms).toMatchObject([{ answers }]);
  const copy = value(store.workOrders.create(filled(form, answers), NOON));
  expect(copy.forms).toMatchObject([{ answers: { photo: [] } }]);
  expect(copy.forms[0]?.answers).not.toHaveProperty('signed');
});

test('a photo that no answer names any more is taken away, and comes back with the answer', () => {
  const { store } = openTempStore();
  const photo: Question = { id: 'photo', kind: 'photo', label: 'Foto', required: false, visibleWhen: null };
  const form = design(store, 'Oplevering', [photo]);
  const made = value(store.workOrders.create(filled(form), NOON));
  const file = { workOrderId: made.id, kind: 'photo', name: 'a', width: 1, height: 1, thumbnail: null } as const;
  const bytes = new Uint8Array([1]);
  const answer = value(store.workOrderFiles.add({ ...file, questionId: 'photo', bytes }, NOON));
  const own = value(store.workOrderFiles.add({ ...file, questionId: null, bytes }, NOON));
  const shown = () => store.workOrderFiles.list(made.id).map(({ id }) => id);
  const without = value(store.workOrders.save(made.id, made.version, filled(form), NOON));
  expect(shown()).toEqual([own.id]);
  value(store.workOrders.save(made.id, without.version, filled(form, { photo: [answer.id] }), NOON));
  expect(shown()).toEqual([answer.id, own.id]);
});
