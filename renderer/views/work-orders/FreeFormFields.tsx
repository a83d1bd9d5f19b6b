import { useTranslation } from 'react-i18next';
import type { FreeForm } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { AddIcon } from '../../ui/icons';
import { TextField } from '../../ui/TextField';
import { MOST_IN_LINE } from './text-limits';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

type Props = {
  form: Keyed<FreeForm>;
  isLocked: boolean;
  onChange: (form: Keyed<FreeForm>) => void;
};

/** A form whose questions are typed with their answers. */
export function FreeFormFields({ form, isLocked, onChange }: Props) {
  const { t } = useTranslation();
  const { title, answers } = form;
  return (
    <>
      <TextField
        label={t('ui.workOrders.formTitle')}
        value={title}
        onChange={(changed) => onChange({ ...form, title: changed })}
        error={title.trim() === '' ? t('ui.workOrders.formTitleNeeded') : undefined}
        maxLength={MOST_IN_LINE}
        isDisabled={isLocked}
        isRequired
      />
      {answers.map((row, index) => (
        // Answers have no id; they are only added at the end.
        <div key={index} className={styles.answer}>
          <TextField
            label={t('ui.workOrders.question')}
            value={row.question}
            onChange={(question) => onChange({ ...form, answers: answers.with(index, { ...row, question }) })}
            isDisabled={isLocked}
            isWide
          />
          <TextField
            label={t('ui.workOrders.answer')}
            value={row.answer}
            onChange={(answer) => onChange({ ...form, answers: answers.with(index, { ...row, answer }) })}
            isDisabled={isLocked}
            isWide
          />
        </div>
      ))}
      {isLocked ? null : (
        <div>
          <Button
            size="small"
            icon={AddIcon}
            onPress={() => onChange({ ...form, answers: [...answers, { question: '', answer: '' }] })}
          >
            {t('ui.workOrders.addQuestion')}
          </Button>
        </div>
      )}
    </>
  );
}
