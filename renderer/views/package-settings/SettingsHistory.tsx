import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Manifest } from '../../../preload/contract/model';
import type { SettingsVersion } from '../../../preload/contract/package-settings';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { PutBackIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { StatusTag } from '../../ui/StatusTag';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import type { SettingsForm } from './settings-form-store';
import styles from './SettingsHistory.module.css';

type Props = {
  manifest: Manifest;
  form: SettingsForm;
  /** The version that is saved now. */
  current: number;
};

/** Geschiedenis: what was saved before, by whom, and the way back: as changes on screen, to be checked and saved. */
export function SettingsHistory({ manifest, form, current }: Props) {
  const { t } = useTranslation();
  const revision = useRevision('integrations');
  const { value, failure, retry } = useLoaded(
    () => api.integrations.settingsHistory(manifest.id),
    manifest.id,
    revision,
  );
  const fill = useStore(form, (state) => state.fill);
  const putBack = ({ version, settings }: SettingsVersion) => {
    const count = fill(settings);
    if (count === 0) showToast('info', t('ui.packageSettings.history.same', { version }));
    else showToast('success', t('ui.packageSettings.history.didPutBack', { count, version }));
  };
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (value === undefined) return <LoadingState />;
  if (value.length === 0) {
    return (
      <EmptyState icon={PutBackIcon} title={t('ui.packageSettings.history.emptyTitle')}>
        {t('ui.packageSettings.history.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.history}>
      <p className={styles.muted}>{t('ui.packageSettings.history.text')}</p>
      <ol className={styles.versions}>
        {value.map((one) => (
          <li key={one.version} className={styles.version}>
            <Version one={one} isCurrent={one.version === current} onPutBack={() => putBack(one)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type VersionProps = { one: SettingsVersion; isCurrent: boolean; onPutBack: () => void };

function Version({ one, isCurrent, onPutBack }: VersionProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { version, savedAtMs, savedBy, changes, documents } = one;
  return (
    <>
      <div className={styles.head}>
        <strong>{t('ui.packageSettings.history.version', { version })}</strong>
        {isCurrent ? <StatusTag tone="success">{t('ui.packageSettings.history.current')}</StatusTag> : null}
      </div>
      <p className={styles.muted}>
        {savedAtMs === null
          ? t('ui.packageSettings.history.savedBefore')
          : savedBy === ''
            ? formats.moment(savedAtMs)
            : t('ui.packageSettings.history.savedBy', { moment: formats.moment(savedAtMs), name: savedBy })}
      </p>
      {changes.length === 0 && savedAtMs !== null ? <p>{t('ui.packageSettings.history.noChanges')}</p> : null}
      {changes.length === 0 ? null : (
        <ul className={styles.changes}>
          {changes.map(({ key, label, from, to }) => (
            <li key={key}>
              {from === null
                ? t('ui.packageSettings.history.first', {
                    label: localized(label, language),
                    to: localized(to, language),
                  })
                : t('ui.packageSettings.history.change', {
                    label: localized(label, language),
                    from: localized(from, language),
                    to: localized(to, language),
                  })}
            </li>
          ))}
        </ul>
      )}
      {documents === 0 ? null : (
        <p className={styles.muted}>{t('ui.packageSettings.history.documents', { count: documents })}</p>
      )}
      <div>
        <Button size="small" icon={PutBackIcon} onPress={onPutBack}>
          {t('ui.packageSettings.history.putBack', { version })}
        </Button>
      </div>
    </>
  );
}
