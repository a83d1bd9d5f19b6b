import { useState } from 'react';
import { DropZone, FileTrigger, type DropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { CompanyLogo } from '../../../preload/contract/papers';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { PictureIcon, RemoveIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import styles from './LogoField.module.css';
import { LOGO_FILE_TYPES, takeInLogo } from './take-in-logo';
import { useObjectUrl } from './use-object-url';

/** The logo of the company: chosen, dropped or pasted, and kept at once. */
export function LogoField() {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { value: logo } = useLoaded(() => api.companyLogo.get(), 'logo', useRevision('companySettings'));
  const url = useObjectUrl(logo);

  const keep = async (taken: CompanyLogo) => {
    const outcome = await api.companyLogo.save(taken);
    setProblem(outcome.ok ? null : outcome.problem);
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setIsBusy(true);
    try {
      const taken = await takeInLogo(file);
      if ('kind' in taken) setProblem(taken);
      else await keep(taken);
    } finally {
      setIsBusy(false);
    }
  };
  const drop = async (items: readonly DropItem[]) => {
    const [given] = items.flatMap((item) => (item.kind === 'file' ? [item] : []));
    await take(await given?.getFile());
  };
  const remove = async () => {
    const outcome = await api.companyLogo.remove();
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok || logo === undefined || logo === null) return;
    showToast('info', t('ui.companySettings.logoRemoved'), {
      label: t('ui.forms.undo'),
      onPress: () => void keep(logo),
    });
  };

  return (
    <DropZone
      className={styles.zone}
      aria-label={t('ui.companySettings.logoDrop')}
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => void drop(items)}
    >
      <h3 className={styles.heading}>{t('ui.companySettings.logo')}</h3>
      {problem === null ? null : <ProblemBanner problem={problem} />}
      {url === null ? (
        <p className={styles.help}>{t('ui.companySettings.logoNone')}</p>
      ) : (
        <img className={styles.logo} src={url} alt={t('ui.companySettings.logoShown')} />
      )}
      <div className={styles.buttons}>
        <FileTrigger acceptedFileTypes={LOGO_FILE_TYPES} onSelect={(files) => void take(files?.[0])}>
          <Button icon={PictureIcon} size="small" isBusy={isBusy}>
            {t(url === null ? 'ui.companySettings.logoChoose' : 'ui.companySettings.logoReplace')}
          </Button>
        </FileTrigger>
        {url === null ? null : (
          <Button icon={RemoveIcon} size="small" onPress={() => void remove()}>
            {t('ui.companySettings.logoRemove')}
          </Button>
        )}
      </div>
      <p className={styles.help}>{t('ui.companySettings.logoHelp')}</p>
    </DropZone>
  );
}
