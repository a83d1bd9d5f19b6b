import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, Result } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import styles from './CompanyNameDialog.module.css';

type Props = {
  title: string;
  /** One sentence above the field. */
  intro?: string;
  /** The name as it is now. */
  name?: string;
  confirmLabel: string;
  onClose: () => void;
  /** Closes the dialog unless it is refused. */
  onConfirm: (name: string) => Promise<Result<null> | null>;
};

/** As long as main takes. */
const MAX_LENGTH = 100;

/** The name of a company, new or another one. Mounted while it is open. */
export function CompanyNameDialog({ title, intro, name = '', confirmLabel, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const confirm = async () => {
    setIsBusy(true);
    try {
      const outcome = await onConfirm(typed.trim());
      if (outcome?.ok === false) setProblem(outcome.problem);
      else onClose();
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" type="submit" form="company-name" isDisabled={typed.trim() === ''} isBusy={isBusy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id="company-name"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') void confirm();
        }}
      >
        {problem ? <ProblemBanner problem={problem} /> : null}
        {intro ? <p>{intro}</p> : null}
        <TextField
          label={t('ui.companies.name')}
          value={typed}
          onChange={setTyped}
          maxLength={MAX_LENGTH}
          autoFocus
          isRequired
        />
      </form>
    </Dialog>
  );
}
