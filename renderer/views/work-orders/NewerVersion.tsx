import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswers, FormVersion } from '../../../preload/contract/custom-forms';
import { answersFor } from '../../../preload/contract/form-rules';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { AdoptIcon } from '../../ui/icons';

type Props = {
  answers: FormAnswers;
  version: FormVersion;
  newest: FormVersion;
  onMove: (version: FormVersion, answers: FormAnswers) => void;
};

/** Says that a form was changed since it was added, and takes over the new questions; asks first when answers would go. */
export function NewerVersion({ answers, version, newest, onMove }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { answers: kept, lost } = answersFor(newest, answers, version);
  const move = () => {
    setIsAsking(false);
    onMove(newest, kept);
  };
  return (
    <>
      <Banner
        tone="info"
        title={t('ui.forms.newer')}
        actions={
          <Button size="small" icon={AdoptIcon} onPress={lost.length === 0 ? move : () => setIsAsking(true)}>
            {t('ui.forms.takeNewer')}
          </Button>
        }
      >
        {t('ui.forms.newerText')}
      </Banner>
      <ConfirmDialog
        title={t('ui.forms.takeNewerTitle')}
        confirmLabel={t('ui.forms.takeNewer')}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={move}
      >
        <p>{t('ui.forms.takeNewerText')}</p>
        <ul>
          {lost.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
}
