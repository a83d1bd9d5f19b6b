import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswers, Question } from '../../../preload/contract/custom-forms';
import { fits } from '../../../preload/contract/form-rules';
import { QuestionFields } from '../form-filling/QuestionFields';
import styles from './FormDesigner.module.css';

/** The form as it will be filled in; what is tried here is kept nowhere. */
export function FormPreview({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<FormAnswers>({});
  if (questions.length === 0) return <p className={styles.none}>{t('ui.forms.previewEmpty')}</p>;
  const named = questions.map((question) => ({
    ...question,
    label: question.label.trim() || t('ui.forms.untitled'),
    ...(question.kind === 'choice' ? { choices: question.choices.filter((choice) => choice.trim() !== '') } : {}),
  })) as readonly Question[];
  // A question may have got another kind since it was tried.
  const fitting = Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => named.some((one) => one.id === id && fits(one, answer))),
  );
  return (
    <QuestionFields
      formKey="preview"
      questions={named}
      answers={fitting}
      onChange={setAnswers}
      isDisabled={false}
      showsMissing={false}
    />
  );
}
