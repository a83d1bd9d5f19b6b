import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorState } from '../../ui/ErrorState';
import { Facts } from '../../ui/Facts';
import { FolderIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { GuideButton } from '../guide/GuideButton';
import styles from './FolderDropPanel.module.css';

/** The folder in which other programs put files that Simon takes in by itself. */
export function FolderDropPanel() {
  const { t } = useTranslation();
  const formats = useFormats();
  const {
    value: state,
    failure,
    retry,
  } = useLoaded(() => api.folderDrop.state(), 'folder-drop', useRevision('companySettings'));
  const [proposed, setProposed] = useState<{ readonly folder: string; readonly files: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const choose = async () => {
    setProblem(null);
    const chosen = await api.folderDrop.choose();
    if (chosen === null) return;
    if (chosen.ok) setProposed(chosen.value);
    else setProblem(chosen.problem);
  };
  const use = async (on: boolean) => {
    setProposed(null);
    const outcome = await api.folderDrop.use({ on });
    setProblem(outcome.ok ? null : outcome.problem);
  };

  return (
    <Panel title={t('ui.folderDrop.title')} actions={<GuideButton page="importing" />}>
      <p className={styles.intro}>{t('ui.folderDrop.intro')}</p>
      {problem === null ? null : <ProblemBanner problem={problem} />}
      {state === undefined ? (
        failure === null ? (
          <LoadingState />
        ) : (
          <ErrorState failure={failure} onRetry={retry} />
        )
      ) : (
        <>
          {state.problem === null ? null : <ProblemBanner problem={state.problem} />}
          {state.folder === null ? (
            <p>{t('ui.folderDrop.none')}</p>
          ) : (
            <Facts facts={[{ label: t('ui.folderDrop.folder'), value: state.folder }]} />
          )}
          {state.folder !== null && state.problem === null ? (
            <Banner tone="success" title={t('ui.folderDrop.works')} />
          ) : null}
          <div className={styles.actions}>
            <Button icon={FolderIcon} onPress={() => void choose()}>
              {state.folder === null ? t('ui.folderDrop.choose') : t('ui.folderDrop.chooseOther')}
            </Button>
            {state.folder === null ? null : <Button onPress={() => void use(false)}>{t('ui.folderDrop.off')}</Button>}
          </div>
        </>
      )}
      <ConfirmDialog
        title={t('ui.folderDrop.confirmTitle')}
        confirmLabel={t('ui.folderDrop.confirm')}
        isOpen={proposed !== null}
        onCancel={() => setProposed(null)}
        onConfirm={() => void use(true)}
      >
        <p className={styles.path}>
          {proposed === null
            ? null
            : proposed.files === 0
              ? t('ui.folderDrop.confirmEmpty', { folder: proposed.folder })
              : t('ui.folderDrop.confirmFiles', {
                  folder: proposed.folder,
                  count: proposed.files,
                  shown: formats.count(proposed.files),
                })}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
