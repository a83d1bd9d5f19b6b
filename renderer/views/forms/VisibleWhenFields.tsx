import { useTranslation } from 'react-i18next';
import type { Question } from '../../../preload/contract/custom-forms';
import { foreseenAnswers } from '../../../preload/contract/form-rules';
import { CheckboxGroup } from '../../ui/CheckboxGroup';
import { GroupedCheckbox } from '../../ui/GroupedCheckbox';
import { Select } from '../../ui/Select';
import { possibleGovernors } from './form-design';

type Props = {
  question: Question;
  questions: readonly Question[];
  error: string | undefined;
  onChange: (question: Question) => void;
};

/** When a question shows: always, or only with some answers to an earlier one. */
export function VisibleWhenFields({ question, questions, error, onChange }: Props) {
  const { t } = useTranslation();
  const { visibleWhen } = question;
  const earlier = possibleGovernors(questions, question.id);
  if (earlier.length === 0 && visibleWhen === null) return null;

  const governing = questions.find(({ id }) => id === visibleWhen?.key);
  const offered = governing === undefined || earlier.includes(governing) ? earlier : [...earlier, governing];
  const foreseen = governing === undefined ? [] : foreseenAnswers(governing);
  const labelOf = (answer: string | boolean) =>
    typeof answer === 'string' ? answer : t(answer ? 'ui.answer.yes' : 'ui.answer.no');
  const choose = (key: string) => {
    const [first] = foreseenAnswers(earlier.find(({ id }) => id === key) ?? question);
    onChange({ ...question, visibleWhen: key === ALWAYS || first === undefined ? null : { key, oneOf: [first] } });
  };
  return (
    <>
      <Select
        label={t('ui.forms.visibleWhen')}
        value={visibleWhen?.key ?? ALWAYS}
        onChange={choose}
        options={[
          { value: ALWAYS, label: t('ui.forms.always') },
          ...offered.map(({ id, label }) => ({
            value: id,
            label: t('ui.forms.withAnswerTo', { question: label.trim() || t('ui.forms.untitled') }),
          })),
        ]}
        error={foreseen.length === 0 ? error : undefined}
        isWide
      />
      {visibleWhen !== null && foreseen.length > 0 ? (
        <CheckboxGroup
          label={t('ui.forms.answers')}
          value={visibleWhen.oneOf.map(String)}
          onChange={(chosen) => {
            const oneOf = foreseen.filter((answer) => chosen.includes(String(answer)));
            // Without an answer it would never show.
            if (oneOf.length > 0) onChange({ ...question, visibleWhen: { ...visibleWhen, oneOf } });
          }}
          error={error}
        >
          {foreseen.map((answer) => (
            <GroupedCheckbox key={String(answer)} value={String(answer)} label={labelOf(answer)} />
          ))}
        </CheckboxGroup>
      ) : null}
    </>
  );
}

const ALWAYS = '';
