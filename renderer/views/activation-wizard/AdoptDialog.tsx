import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptionRow } from '../../../preload/contract/adoption';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import styles from './AdoptStep.module.css';

/** Decides what one row becomes: one of those that are like it, or nothing. */
export function AdoptDialog({ row, onClose }: { row: AdoptionRow; onClose: () => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const decide = async (externalId: string | null) => {
    const outcome = await api.integrations.adoptionDecide({ id: row.id, externalId });
    if (outcome.ok) onClose();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog
      title={t('ui.adopt.question', { label: row.label })}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <Button onPress={() => void decide(null)}>
          {t(row.candidates.length === 0 ? 'ui.action.close' : 'ui.adopt.leave')}
        </Button>
      }
    >
      {row.detail === '' ? null : <p>{t('ui.adopt.here', { detail: row.detail })}</p>}
      {row.openWorkOrders > 0 ? <p>{t('ui.adopt.inUse', { count: row.openWorkOrders })}</p> : null}
      {problem ? <ProblemBanner problem={problem} /> : null}
      <p>{t(row.candidates.length === 0 ? 'ui.adopt.noneLike' : 'ui.adopt.there')}</p>
      {row.candidates.length === 0 ? null : (
        <ul className={styles.candidates} aria-label={t('ui.adopt.there')}>
          {row.candidates.map(({ externalId, label, detail, reasons }, index) => (
            <li key={externalId} className={styles.candidate}>
              <span className={styles.facts}>
                <span>{label}</span>
                {detail === '' ? null : <span className={styles.muted}>{detail}</span>}
                <span className={styles.muted}>
                  {t('ui.adopt.same', { what: reasons.map((reason) => t(`ui.adopt.reason.${reason}`)).join(', ') })}
                </span>
              </span>
              <Button
                variant={externalId === row.chosen ? 'primary' : 'secondary'}
                autoFocus={index === 0}
                onPress={() => void decide(externalId)}
              >
                {t('ui.adopt.thisOne')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
