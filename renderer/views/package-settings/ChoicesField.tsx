import type { Choice } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { CheckboxGroup } from '../../ui/CheckboxGroup';
import type { FieldProps } from '../../ui/Field';
import { GroupedCheckbox } from '../../ui/GroupedCheckbox';

type Props = FieldProps & {
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
};

/** Any of the choices, kept in the order of the manifest whatever the order of ticking. */
export function ChoicesField({ choices, value, onChange, ...field }: Props) {
  const language = useLanguage();
  return (
    <CheckboxGroup
      {...field}
      value={value}
      onChange={(ticked) => onChange(choices.map((choice) => choice.value).filter((known) => ticked.includes(known)))}
    >
      {choices.map((choice) => (
        <GroupedCheckbox key={choice.value} value={choice.value} label={localized(choice.label, language)} />
      ))}
    </CheckboxGroup>
  );
}
