import { useTranslation } from 'react-i18next';
import type { FormAnswer, Question } from '../../../preload/contract/custom-forms';
import { isPhotos, isSignature } from '../../../preload/contract/form-rules';
import { DateField } from '../../ui/DateField';
import { DecimalField } from '../../ui/DecimalField';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextArea';
import { PhotoField } from './PhotoField';
import { SignatureField } from './SignatureField';

type Props = {
  question: Question;
  answer: FormAnswer | undefined;
  /** Undefined takes the answer away. */
  onChange: (answer: FormAnswer | undefined) => void;
  isDisabled: boolean;
  error?: string | undefined;
};

/** The control for a question: its kind decides what it is. */
export function QuestionField({ question, answer, onChange, isDisabled, error }: Props) {
  const { t } = useTranslation();
  const shared = { label: question.label, isRequired: question.required, isDisabled, error, isWide: true };
  const text = typeof answer === 'string' ? answer : '';
  const orNothing = (typed: string) => onChange(typed === '' ? undefined : typed);
  switch (question.kind) {
    case 'text':
      return <TextArea {...shared} rows={2} value={text} onChange={orNothing} />;
    case 'number':
      return <DecimalField {...shared} value={text} onChange={orNothing} />;
    case 'date':
      return <DateField {...shared} value={text === '' ? null : text} onChange={(day) => onChange(day ?? undefined)} />;
    case 'yes-no':
      return (
        <Select
          {...shared}
          value={typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null}
          onChange={(chosen) => onChange(chosen === NONE ? undefined : chosen === 'yes')}
          options={[
            { value: 'yes', label: t('ui.answer.yes') },
            { value: 'no', label: t('ui.answer.no') },
            { value: NONE, label: t('ui.forms.noAnswer') },
          ]}
        />
      );
    case 'photo':
      return (
        <PhotoField
          {...shared}
          questionId={question.id}
          photos={isPhotos(answer) ? answer : []}
          onChange={(photos) => onChange(photos.length === 0 ? undefined : photos)}
        />
      );
    case 'signature':
      return (
        <SignatureField
          {...shared}
          questionId={question.id}
          signature={isSignature(answer) ? answer : undefined}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          value={text === '' ? null : text}
          onChange={orNothing}
          options={[
            ...question.choices.map((choice) => ({ value: choice, label: choice })),
            { value: NONE, label: t('ui.forms.noAnswer') },
          ]}
        />
      );
  }
}

/** No choice of a question is an empty text. */
const NONE = '';
