import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyProfile, PaperChoices } from '../../../preload/contract/company-settings';
import type { Paper } from '../../../preload/contract/papers';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { LoadingState } from '../../ui/LoadingState';
import styles from './PaperPreview.module.css';

const PaperView = lazy(() => import('../papers/PaperView'));

/** After the last letter that was typed. */
const PAUSE_MS = 500;

/** A work order with these details on it, as it would be printed; follows what is typed. */
export function PaperPreview({ profile, choices }: { profile: CompanyProfile; choices: PaperChoices }) {
  const { t } = useTranslation();
  const revision = useRevision('companySettings');
  const [paper, setPaper] = useState<Paper | null>(null);

  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void api.papers.make({ of: 'example', profile, choices }).then((made) => {
        if (isWanted && made.ok) setPaper(made.value);
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [profile, choices, revision]);

  return (
    <figure className={styles.preview}>
      <figcaption>{t('ui.companySettings.preview')}</figcaption>
      <div className={styles.paper}>
        {paper === null ? (
          <LoadingState />
        ) : (
          <Suspense fallback={<LoadingState />}>
            <PaperView paper={paper} isPlain />
          </Suspense>
        )}
      </div>
    </figure>
  );
}
