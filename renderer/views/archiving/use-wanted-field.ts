import { useEffect } from 'react';
import { goToQuestion } from '../form-filling/question-place';
import { EDITOR_PLACES } from '../work-orders/editor-places';
import type { WorkOrderEditorStore } from '../work-orders/work-order-editor';
import { onFieldWanted, takeWantedField } from './finding-place';

/** Where the other fields are, and which of the fields there it is. */
const FIELDS: Readonly<Record<string, { readonly place: string; readonly field: string }>> = {
  customer: { place: EDITOR_PLACES.customer, field: 'input' },
  description: { place: EDITOR_PLACES.work, field: 'textarea' },
  customerReference: { place: EDITOR_PLACES.work, field: 'input' },
  times: { place: EDITOR_PLACES.times, field: 'input, button' },
  files: { place: EDITOR_PLACES.files, field: 'button' },
};

const QUESTION = /^forms\[(\d+)\]\.(.+)$/;
const ARTICLE = /^articles\[(\d+)\]$/;

/** Brings the focus to the field that a finding is about, once the work order shows. */
export function useWantedField(editor: WorkOrderEditorStore): void {
  useEffect(() => {
    const go = () => {
      const { saved } = editor.getState();
      const field = saved === null ? null : takeWantedField(saved.id);
      // After the fields are drawn, and after a dialog that closes gave the focus back.
      if (field !== null) requestAnimationFrame(() => requestAnimationFrame(() => focusOn(editor, field)));
    };
    go();
    return onFieldWanted(go);
  }, [editor]);
}

function focusOn(editor: WorkOrderEditorStore, field: string): void {
  const { draft } = editor.getState();
  const [, formIndex, questionId] = QUESTION.exec(field) ?? [];
  const form = formIndex === undefined ? undefined : draft.forms[Number(formIndex)];
  if (form !== undefined && questionId !== undefined) return goToQuestion(String(form.rowKey), questionId);
  const [, lineIndex] = ARTICLE.exec(field) ?? [];
  if (lineIndex !== undefined) return focusIn(EDITOR_PLACES.articles, `[data-line="${lineIndex}"] input`);
  const named = FIELDS[field];
  if (named !== undefined) focusIn(named.place, named.field);
}

const focusIn = (place: string, field: string): void =>
  document.getElementById(place)?.querySelector<HTMLElement>(field)?.focus();
