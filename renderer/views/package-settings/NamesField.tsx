import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { FieldProps } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { AddIcon, DismissIcon } from '../../ui/icons';
import { TextField } from '../../ui/TextField';
import styles from './NamesField.module.css';

type Props = FieldProps & {
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
};

/** Names typed one by one, exactly as they are written in the package. */
export function NamesField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const names = useRef<HTMLDivElement>(null);
  // The button that was pressed has nothing to do any more, or is gone: the next name is typed.
  const toField = () => names.current?.querySelector('input')?.focus();
  const add = () => {
    if (name === '') return;
    if (!value.includes(name)) onChange([...value, name]);
    setTyped('');
    toField();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div ref={names} className={styles.names} onKeyDown={onKeyDown}>
      <div className={styles.entry}>
        <TextField {...field} value={typed} onChange={setTyped} />
        <Button icon={AddIcon} isDisabled={name === ''} onPress={add}>
          {t('ui.action.add')}
        </Button>
      </div>
      {value.length === 0 ? null : (
        <ul className={styles.list} aria-label={field.label}>
          {value.map((known) => (
            <li key={known} className={styles.name}>
              {known}
              <IconButton
                icon={DismissIcon}
                size="small"
                label={t('ui.wizard.removeName', { name: known })}
                onPress={() => {
                  onChange(value.filter((other) => other !== known));
                  toField();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
