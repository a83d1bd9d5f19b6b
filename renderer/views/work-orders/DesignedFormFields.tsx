import type { FormVersion } from '../../../preload/contract/custom-forms';
import type { DesignedForm } from '../../../preload/contract/views';
import { QuestionFields } from '../form-filling/QuestionFields';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

type Props = {
  form: Keyed<DesignedForm>;
  /** The one that the form was added with. */
  version: FormVersion | undefined;
  isLocked: boolean;
  showsMissing: boolean;
  onChange: (form: Keyed<DesignedForm>) => void;
};

/** A form that the office designed: its questions by kind. */
export function DesignedFormFields({ form, version, isLocked, showsMissing, onChange }: Props) {
  return (
    <>
      <h3 className={styles.formTitle}>{form.title}</h3>
      <QuestionFields
        formKey={String(form.rowKey)}
        questions={version?.questions ?? []}
        answers={form.answers}
        onChange={(answers) => onChange({ ...form, answers })}
        isDisabled={isLocked}
        showsMissing={showsMissing}
      />
    </>
  );
}
