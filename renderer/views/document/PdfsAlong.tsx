import { useTranslation } from 'react-i18next';
import type { ConnectorId } from '../../../preload/contract/model';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Icon } from '../../ui/Icon';
import { PdfIcon } from '../../ui/icons';
import { useLoaded } from '../../ui/use-loaded';
import styles from './PdfsAlong.module.css';

type Props = {
  /** Names of the PDFs, or what they are when they have no name yet. */
  names: readonly string[];
  packageId: ConnectorId | null;
};

/** Which PDFs go along with a document, and where the office finds them. Nothing for a package that takes none. */
export function PdfsAlong({ names, packageId }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { value: integrations } = useLoaded(() => api.integrations.list(), 'integrations', 0);
  const manifest = integrations?.find(({ manifest: { id } }) => id === packageId)?.manifest;
  const place = manifest?.capabilities.attachments?.place;
  if (place === undefined) return null;
  return (
    <section className={styles.pdfs}>
      <h3>{t('ui.pdf.goAlong')}</h3>
      {names.length === 0 ? (
        <p className={styles.note}>{t('ui.pdf.noneGoAlong')}</p>
      ) : (
        <>
          <ul className={styles.names}>
            {names.map((name) => (
              <li key={name}>
                <Icon of={PdfIcon} size="small" /> {name}
              </li>
            ))}
          </ul>
          <p className={styles.note}>{t('ui.pdf.place', { place: localized(place, language) })}</p>
        </>
      )}
    </section>
  );
}
