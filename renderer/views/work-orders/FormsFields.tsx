import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { FormVersion } from '../../../preload/contract/custom-forms';
import type { WorkOrderForm } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { RemoveIcon } from '../../ui/icons';
import { useLoaded } from '../../ui/use-loaded';
import { FilesHome } from '../form-filling/files-home';
import { AddForm } from './AddForm';
import { DesignedFormFields } from './DesignedFormFields';
import type { EditorProps } from './editor-props';
import { FreeFormFields } from './FreeFormFields';
import { useRemovedToast } from './use-removed-toast';
import styles from './WorkOrderEditor.module.css';
import type { Keyed, WorkOrderEditorState } from './work-order-editor';

/** Whether what was refused is about a question without an answer: then each says so. */
const isAboutAnswers = ({ problem, held }: WorkOrderEditorState): boolean =>
  [problem, held.forms].some((why) => typeof why === 'object' && why?.code.startsWith('form-answer-'));

/** Eigen formulieren: questions with their answers. */
export function FormsFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const forms = useStore(editor, (state) => state.draft.forms);
  const formVersions = useStore(editor, (state) => state.formVersions);
  const showsMissing = useStore(editor, isAboutAnswers);
  const workOrderId = useStore(editor, (state) => state.saved?.id ?? null);
  const { value: designs } = useLoaded(() => api.customForms.list(), 'forms', useRevision('customForms'));
  const newestOf = (version: FormVersion | undefined) =>
    designs?.find(({ id, active }) => active && id === version?.formId)?.current;
  const { change } = editor.getState();
  const tellRemoved = useRemovedToast(editor);
  const fieldsOf = (form: Keyed<WorkOrderForm>, index: number) => {
    const put = (changed: Keyed<WorkOrderForm>) => change({ forms: forms.with(index, changed) });
    if (form.formVersionId === undefined) return <FreeFormFields form={form} isLocked={isLocked} onChange={put} />;
    return (
      <DesignedFormFields
        form={form}
        version={formVersions[form.formVersionId]}
        newest={newestOf(formVersions[form.formVersionId])}
        isLocked={isLocked}
        showsMissing={showsMissing}
        onChange={put}
        onMove={(version, answers) => editor.getState().moveForm(form.rowKey, version, answers)}
      />
    );
  };
  return (
    <FilesHome value={workOrderId}>
      {forms.length === 0 ? <p className={styles.none}>{t('ui.workOrders.noForms')}</p> : null}
      {forms.map((form, index) => (
        <div key={form.rowKey} className={styles.form} role="group" aria-label={form.title}>
          {fieldsOf(form, index)}
          {isLocked ? null : (
            <div>
              <Button
                size="small"
                variant="quiet"
                icon={RemoveIcon}
                onPress={() => {
                  change({ forms: forms.filter((other) => other !== form) });
                  tellRemoved(t('ui.saving.formRemoved'));
                }}
              >
                {t('ui.workOrders.removeForm')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {isLocked ? null : <AddForm key={forms.length} editor={editor} />}
    </FilesHome>
  );
}
