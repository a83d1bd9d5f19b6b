import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Licence } from '../../../preload/contract/about-app';
import { api } from '../../api';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SearchField } from '../../ui/SearchField';
import { useLoaded } from '../../ui/use-loaded';
import styles from './Settings.module.css';

/** Everything that the app is made of, with its licence; found by name or licence. Mounted while it is open. */
export function LicencesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(() => api.app.licences(), '', 0);
  return (
    <Dialog title={t('ui.settings.licences')} size="large" isOpen onClose={onClose}>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <LoadingState />
      ) : (
        <LicenceList licences={value} />
      )}
    </Dialog>
  );
}

function LicenceList({ licences }: { licences: readonly Licence[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = licences.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted));
  return (
    <>
      <p>{t('ui.settings.licencesText')}</p>
      <SearchField label={t('ui.settings.findLicence')} value={search} onChange={setSearch} />
      <p role="status" className={styles.quiet}>
        {t('ui.settings.licencesFound', { count: found.length })}
      </p>
      <ul className={styles.list}>
        {found.map((licence) => (
          <LicenceItem key={`${licence.name} ${licence.version}`} licence={licence} />
        ))}
      </ul>
    </>
  );
}

function LicenceItem({ licence: { name, version, licence, text } }: { licence: Licence }) {
  const [isOpen, setIsOpen] = useState(false);
  const head = (
    <>
      <span className={styles.name}>{name}</span>{' '}
      <span className={styles.quiet}>
        {version} · {licence}
      </span>
    </>
  );
  // Texts are drawn only once they are asked for: together they are half a million characters.
  return (
    <li className={styles.item}>
      {text === '' ? (
        head
      ) : (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{head}</summary>
          {isOpen ? (
            <pre className={styles.text} tabIndex={0} role="region" aria-label={name}>
              {text}
            </pre>
          ) : null}
        </details>
      )}
    </li>
  );
}
