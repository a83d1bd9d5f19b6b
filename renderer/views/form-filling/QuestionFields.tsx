import { useTranslation } from 'react-i18next';
import type { FormAnswers, Question } from '../../../preload/contract/custom-forms';
import { isAnswered, visibleQuestions } from '../../../preload/contract/form-rules';
import styles from './QuestionFields.module.css';
import { questionPlace } from './question-place';
import { QuestionField } from './QuestionField';

type Props = {
  /** Tells this form from the others on the screen. */
  formKey: string;
  questions: readonly Question[];
  answers: FormAnswers;
  onChange: (answers: FormAnswers) => void;
  isDisabled: boolean;
  /** Says at each required question that it has no answer yet. */
  showsMissing: boolean;
};

/** The questions of a form that show with the answers so far. What is hidden keeps its answer for when it shows again. */
export function QuestionFields({ formKey, questions, answers, onChange, isDisabled, showsMissing }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.questions}>
      {visibleQuestions(questions, answers).map((question) => {
        const { [question.id]: answer, ...others } = answers;
        const isMissing = showsMissing && question.required && !isAnswered(answer);
        return (
          <div key={question.id} id={questionPlace(formKey, question.id)}>
            <QuestionField
              question={question}
              answer={answer}
              onChange={(given) => onChange(given === undefined ? others : { ...answers, [question.id]: given })}
              isDisabled={isDisabled}
              error={isMissing ? t('ui.forms.answerNeeded') : undefined}
            />
          </div>
        );
      })}
    </div>
  );
}
