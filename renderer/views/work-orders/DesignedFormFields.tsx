import type { FormAnswers, FormVersion } from '../../../preload/contract/custom-forms';
import type { DesignedForm } from '../../../preload/contract/views';
import { QuestionFields } from '../form-filling/QuestionFields';
import { NewerVersion } from './NewerVersion';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

type Props = {
  form: Keyed<DesignedForm>;
  /** The one that the form was added with. */
  version: FormVersion | undefined;
  /** The one that the form would be added with now; undefined when it cannot be added any more. */
  newest: FormVersion | undefined;
  isLocked: boolean;
  showsMissing: boolean;
  onChange: (form: Keyed<DesignedForm>) => void;
  /** To another version of the form, with the answers that go along. */
  onMove: (version: FormVersion, answers: FormAnswers) => void;
};

/** A form that the office designed: its questions by kind. */
export function DesignedFormFields({ form, version, newest, isLocked, showsMissing, onChange, onMove }: Props) {
  const isOlder = version !== undefined && newest !== undefined && version.version < newest.version;
  return (
    <>
      <h3 className={styles.formTitle}>{form.title}</h3>
      {isOlder && !isLocked ? (
        <NewerVersion answers={form.answers} version={version} newest={newest} onMove={onMove} />
      ) : null}
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
