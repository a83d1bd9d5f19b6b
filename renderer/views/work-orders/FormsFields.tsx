import { FilePlus, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { WorkOrderForm } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import type { EditorProps } from './editor-props';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

/** Eigen formulieren: questions with their answers. */
export function FormsFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const forms = useStore(editor, (state) => state.draft.forms);
  const { change, addForm } = editor.getState();
  return (
    <>
      {forms.length === 0 ? <p className={styles.none}>{t('ui.workOrders.noForms')}</p> : null}
      {forms.map((form, index) => (
        <FormFields
          key={form.rowKey}
          form={form}
          isLocked={isLocked}
          onChange={(changed) => change({ forms: forms.with(index, { ...form, ...changed }) })}
          onRemove={() => change({ forms: forms.filter((other) => other !== form) })}
        />
      ))}
      {isLocked ? null : (
        <div>
          <Button icon={FilePlus} size="small" onPress={addForm}>
            {t('ui.workOrders.addForm')}
          </Button>
        </div>
      )}
    </>
  );
}

type FormProps = {
  form: Keyed<WorkOrderForm>;
  isLocked: boolean;
  onChange: (change: Partial<WorkOrderForm>) => void;
  onRemove: () => void;
};

function FormFields({ form, isLocked, onChange, onRemove }: FormProps) {
  const { t } = useTranslation();
  const { title, answers } = form;
  return (
    <div className={styles.form}>
      <TextField
        label={t('ui.workOrders.formTitle')}
        value={title}
        onChange={(changed) => onChange({ title: changed })}
        isDisabled={isLocked}
        isRequired
      />
      {answers.map((row, index) => (
        // Answers have no id; they are only added at the end.
        <div key={index} className={styles.answer}>
          <TextField
            label={t('ui.workOrders.question')}
            value={row.question}
            onChange={(question) => onChange({ answers: answers.with(index, { ...row, question }) })}
            isDisabled={isLocked}
            isWide
          />
          <TextField
            label={t('ui.workOrders.answer')}
            value={row.answer}
            onChange={(answer) => onChange({ answers: answers.with(index, { ...row, answer }) })}
            isDisabled={isLocked}
            isWide
          />
        </div>
      ))}
      {isLocked ? null : (
        <div className={styles.withButton}>
          <Button
            size="small"
            icon={Plus}
            onPress={() => onChange({ answers: [...answers, { question: '', answer: '' }] })}
          >
            {t('ui.workOrders.addQuestion')}
          </Button>
          <Button size="small" variant="quiet" icon={Trash2} onPress={onRemove}>
            {t('ui.workOrders.removeForm')}
          </Button>
        </div>
      )}
    </div>
  );
}
