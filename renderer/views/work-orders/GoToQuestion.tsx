import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
import { goToQuestion } from '../form-filling/question-place';
import type { WorkOrderEditorStore } from './work-order-editor';

/** The way from a problem to the question of a form that it is about; nothing for other problems. */
export function GoToQuestion({ editor, problem }: { editor: WorkOrderEditorStore; problem: Problem }) {
  const { t } = useTranslation();
  const [, index, questionId] = /^forms\[(\d+)\]\.(.+)$/.exec(problem.field ?? '') ?? [];
  if (index === undefined || questionId === undefined) return null;
  const go = () => {
    const form = editor.getState().draft.forms[Number(index)];
    if (form) goToQuestion(String(form.rowKey), questionId);
  };
  return <Button onPress={go}>{t('ui.forms.goToQuestion')}</Button>;
}
