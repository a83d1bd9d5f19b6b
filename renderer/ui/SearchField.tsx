import { SearchField as AriaSearchField, Group, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { Field, fieldClassName } from './Field';
import styles from './field.module.css';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { DismissIcon, SearchIcon } from './icons';
import searchStyles from './SearchField.module.css';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/** The free text filter above a list. Escape empties it. */
export function SearchField({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <AriaSearchField
      className={classNames(fieldClassName({ isLabelHidden: true }), searchStyles.search)}
      value={value}
      onChange={onChange}
      autoComplete="off"
    >
      <Field label={label}>
        <Group className={styles.group}>
          <span className={searchStyles.glass}>
            <Icon of={SearchIcon} />
          </span>
          <Input className={styles.input} placeholder={label} />
          {value === '' ? null : <IconButton icon={DismissIcon} size="small" label={t('ui.action.clearSearch')} />}
        </Group>
      </Field>
    </AriaSearchField>
  );
}
