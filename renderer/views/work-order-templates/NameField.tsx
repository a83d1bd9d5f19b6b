import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/TextField';

type Props = { name: string; onChange: (name: string) => void; onEnter: () => void };

/** The name of a template; Enter is done. */
export function NameField({ name, onChange, onEnter }: Props) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <TextField label={t('ui.templates.name')} value={name} onChange={onChange} maxLength={100} isRequired autoFocus />
    </div>
  );
}
