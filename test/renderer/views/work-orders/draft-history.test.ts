import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createWorkOrderEditor,
  type EditorDraft,
  type WorkOrderEditorStore,
} from '../../../../renderer/views/work-orders/work-order-editor';
import { article, workOrder } from '../../fake/books';
import { installFakeApp } from '../../fake/show-app';

const NEW_TIME = { kind: 'work', employeeId: 1, date: '2026-11-23', startMinute: null, minutes: 0, note: '' } as const;

/** Everything a user can do to the rows and fields, by numbers that fast-check makes. */
type Action = (editor: WorkOrderEditorStore) => void;
const change = (editor: WorkOrderEditorStore, changed: (draft: EditorDraft) => Partial<EditorDraft>): void =>
  editor.getState().change(changed(editor.getState().draft));
const without = <T>(rows: readonly T[], index: number) => rows.filter((_, at) => at !== index % (rows.length || 1));
const typedIn = <T extends object>(rows: readonly T[], index: number, typed: Partial<T>) =>
  rows.map((row, at) => (at === index % rows.length ? { ...row, ...typed } : row));

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.string().map(
    (description): Action =>
      (editor) =>
        change(editor, () => ({ description })),
  ),
  fc.string().map(
    (notes): Action =>
      (editor) =>
        change(editor, () => ({ notes })),
  ),
  fc.integer({ min: 0, max: 6_000 }).chain((minutes) =>
    fc.nat(3).map(
      (row): Action =>
        (editor) =>
          change(editor, ({ times }) => ({ times: typedIn(times, row, { minutes }) })),
    ),
  ),
  fc.constant<Action>((editor) => editor.getState().addTime(NEW_TIME)),
  fc.nat(3).map(
    (row): Action =>
      (editor) =>
        change(editor, ({ times }) => ({ times: without(times, row) })),
  ),
  fc.nat(2).map(
    (row): Action =>
      (editor) =>
        change(editor, ({ articles }) => ({ articles: without(articles, row) })),
  ),
  fc.integer({ min: 1, max: 8 }).map(
    (id): Action =>
      (editor) =>
        editor.getState().addArticles([{ article: article(id), quantity: '1', unitPrice: null, description: null }]),
  ),
  fc.constant<Action>((editor) => editor.getState().addFreeForm()),
  fc.integer({ min: 1, max: 8 }).map(
    (id): Action =>
      (editor) =>
        change(editor, () => ({ customerId: id, workAddressId: null })),
  ),
  fc.constant<Action>((editor) => editor.getState().leaveField()),
);

function untilNothing(editor: WorkOrderEditorStore, step: 'undo' | 'redo'): void {
  const stack = () => editor.getState().history[step === 'undo' ? 'past' : 'future'];
  while (stack().length > 0) editor.getState()[step]();
}

describe('undo and redo', () => {
  test('whatever was done: all of it undone is the start, all of it redone the end', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        installFakeApp();
        const editor = createWorkOrderEditor(workOrder(1), null);
        const start = editor.getState().draft;
        for (const act of actions) act(editor);
        const end = editor.getState().draft;
        untilNothing(editor, 'undo');
        expect(editor.getState().draft).toEqual(start);
        untilNothing(editor, 'redo');
        expect(editor.getState().draft).toEqual(end);
        editor.getState().tellGone();
      }),
    );
  });

  test('wherever one turns back, doing it again leads to the same', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 20 }), fc.nat(20), (actions, back) => {
        installFakeApp();
        const editor = createWorkOrderEditor(workOrder(1), null);
        for (const act of actions) act(editor);
        const end = editor.getState().draft;
        for (let count = 0; count < back; count += 1) editor.getState().undo();
        untilNothing(editor, 'redo');
        expect(editor.getState().draft).toEqual(end);
        editor.getState().tellGone();
      }),
    );
  });
});

describe('one step', () => {
  const steps = (editor: WorkOrderEditorStore) => editor.getState().history.past.length;
  const type = (editor: WorkOrderEditorStore, text: string) => editor.getState().change({ description: text });

  test('is what was typed in one field, until the field is left', () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    for (const text of ['L', 'Le', 'Lek']) type(editor, text);
    expect(steps(editor)).toBe(1);
    editor.getState().leaveField();
    type(editor, 'Lekkage');
    expect(steps(editor)).toBe(2);
    editor.getState().undo();
    expect(editor.getState().draft.description).toBe('Lek');
    editor.getState().tellGone();
  });

  test('is a row, added or removed, and the minutes of one row apart from those of another', () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    const minutes = (row: number, value: number) =>
      change(editor, ({ times }) => ({ times: typedIn(times, row, { minutes: value }) }));
    minutes(0, 1);
    minutes(0, 15);
    minutes(1, 30);
    change(editor, ({ times }) => ({ times: without(times, 0) }));
    expect(steps(editor)).toBe(3);
    editor.getState().undo();
    expect(editor.getState().draft.times.map((row) => row.minutes)).toEqual([15, 30]);
    editor.getState().tellGone();
  });

  test('is the choice of a customer with the work address that comes with it', async () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    const before = editor.getState().draft;
    await editor.getState().chooseCustomer(workOrder(2).customer);
    expect(editor.getState().draft.workAddressId).toBe(20);
    editor.getState().undo();
    expect(editor.getState().draft).toEqual(before);
    expect(editor.getState().customer?.name).toBe(workOrder(1).customer?.name);
    editor.getState().redo();
    expect(editor.getState().draft).toMatchObject({ customerId: 2, workAddressId: 20 });
    editor.getState().tellGone();
  });

  test('that was undone cannot be redone after another change', () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    type(editor, 'Lek');
    editor.getState().undo();
    editor.getState().change({ notes: 'Sleutel bij de buren' });
    expect(editor.getState().history.future).toEqual([]);
    editor.getState().tellGone();
  });
});
