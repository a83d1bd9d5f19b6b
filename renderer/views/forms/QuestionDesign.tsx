import { useTranslation } from 'react-i18next';
import { QUESTION_KINDS, type Question } from '../../../preload/contract/custom-forms';
import { Checkbox } from '../../ui/Checkbox';
import { IconButton } from '../../ui/IconButton';
import { MoveDownIcon, MoveUpIcon, RemoveIcon } from '../../ui/icons';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { withKind, type Fault } from './form-design';
import styles from './QuestionDesign.module.css';
import { VisibleWhenFields } from './VisibleWhenFields';

const MAX_LABEL = 500;

type Props = {
  question: Question;
  /** 1 for the first. */
  number: number;
  /** All of the form. */
  questions: readonly Question[];
  fault: Fault | null;
  /** It was added a moment ago: its text is typed next. */
  isNew: boolean;
  onChange: (question: Question) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question of a form: its text, its kind, and when it shows. */
export function QuestionDesign({ question, number, questions, fault, isNew, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const errorFor = (...faults: readonly Fault[]) =>
    fault !== null && faults.includes(fault) ? t(`ui.forms.faults.${fault}`) : undefined;
  return (
    <div className={styles.question} role="group" aria-label={t('ui.forms.questionNumber', { number })}>
      <div className={styles.heading}>
        <h3>{t('ui.forms.questionNumber', { number })}</h3>
        <IconButton icon={MoveUpIcon} size="small" label={t('ui.forms.up', { number })} onPress={() => onMove(-1)} />
        <IconButton icon={MoveDownIcon} size="small" label={t('ui.forms.down', { number })} onPress={() => onMove(1)} />
        <IconButton
          icon={RemoveIcon}
          size="small"
          label={t('ui.forms.removeQuestion', { number })}
          onPress={onRemove}
        />
      </div>
      <TextField
        label={t('ui.workOrders.question')}
        value={question.label}
        onChange={(label) => onChange({ ...question, label })}
        maxLength={MAX_LABEL}
        autoFocus={isNew}
        error={errorFor('no-label', 'same-id')}
        isWide
      />
      <div className={styles.how}>
        <Select
          label={t('ui.forms.kind')}
          value={question.kind}
          onChange={(kind) => onChange(withKind(question, kind))}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`ui.forms.kinds.${kind}`) }))}
          isWide
        />
        <Checkbox isSelected={question.required} onChange={(required) => onChange({ ...question, required })}>
          {t('ui.forms.required')}
        </Checkbox>
      </div>
      {question.kind === 'choice' ? (
        <TextArea
          label={t('ui.forms.choices')}
          help={t('ui.forms.choicesHelp')}
          rows={3}
          value={question.choices.join('\n')}
          onChange={(text) => onChange({ ...question, choices: text.split('\n') })}
          error={errorFor('no-choices', 'same-choice')}
          isWide
        />
      ) : null}
      <VisibleWhenFields
        question={question}
        questions={questions}
        error={errorFor('depends-on-later', 'depends-on-no-answer')}
        onChange={onChange}
      />
    </div>
  );
}
