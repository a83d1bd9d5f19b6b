import { useTranslation } from 'react-i18next';
import type { FormVersion } from '../../../preload/contract/custom-forms';
import { api } from '../../api';
import { ariaKeys } from '../../shell/shortcuts';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { goToQuestion } from '../form-filling/question-place';
import type { WorkOrderEditorStore } from './work-order-editor';

/** Null: a free form. */
type FormOption = ComboBoxOption & { readonly version: FormVersion | null };

/** Formulier toevoegen: one that the office designed, or an empty one. The first question is answered next. */
export function AddForm({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const { addForm, addFreeForm } = editor.getState();

  const search = async (text: string): Promise<readonly FormOption[]> => {
    const forms = (await api.customForms.list()).filter((form) => form.active);
    const options: readonly FormOption[] = [
      ...forms.map(({ id, title, current }) => ({
        id: String(id),
        label: title,
        detail: t('ui.forms.questionCount', { count: current.questions.length }),
        version: current,
      })),
      { id: 'free', label: t('ui.forms.free'), detail: t('ui.forms.freeDetail'), version: null },
    ];
    const typed = text.trim().toLocaleLowerCase();
    return options.filter(({ label }) => label.toLocaleLowerCase().includes(typed));
  };
  const add = ({ version }: FormOption) => {
    if (version === null) {
      addFreeForm();
      return;
    }
    const rowKey = addForm(version);
    const [first] = version.questions;
    // Once the questions are drawn, and the list that was chosen from has given the focus back.
    if (first) setTimeout(() => goToQuestion(String(rowKey), first.id));
  };
  return (
    <ComboBox<FormOption>
      label={t('ui.forms.add')}
      keys={ariaKeys('addForm')}
      value={null}
      onChange={(option) => {
        if (option) add(option);
      }}
      search={search}
    />
  );
}
