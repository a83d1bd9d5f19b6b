import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { WorkOrderForm } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { FilesHome } from '../form-filling/files-home';
import { AddForm } from './AddForm';
import { DesignedFormFields } from './DesignedFormFields';
import type { EditorProps } from './editor-props';
import { FreeFormFields } from './FreeFormFields';
import { useRemovedToast } from './use-removed-toast';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

/** Eigen formulieren: questions with their answers. */
export function FormsFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const forms = useStore(editor, (state) => state.draft.forms);
  const formVersions = useStore(editor, (state) => state.formVersions);
  const showsMissing = useStore(editor, (state) => state.problem?.code === 'form-answer-missing');
  const workOrderId = useStore(editor, (state) => state.saved?.id ?? null);
  const { change } = editor.getState();
  const tellRemoved = useRemovedToast(editor);
  const fieldsOf = (form: Keyed<WorkOrderForm>, index: number) => {
    const put = (changed: Keyed<WorkOrderForm>) => change({ forms: forms.with(index, changed) });
    if (form.formVersionId === undefined) return <FreeFormFields form={form} isLocked={isLocked} onChange={put} />;
    return (
      <DesignedFormFields
        form={form}
        version={formVersions[form.formVersionId]}
        isLocked={isLocked}
        showsMissing={showsMissing}
        onChange={put}
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
                icon={Trash2}
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
