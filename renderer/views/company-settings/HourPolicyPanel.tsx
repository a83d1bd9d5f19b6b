import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HourPolicy, HourRule } from '../../../preload/contract/hour-policy';
import type { Problem } from '../../../preload/contract/model';
import type { TimeKind } from '../../../preload/contract/views';
import { api } from '../../api';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { GuideButton } from '../guide/GuideButton';
import { HourRuleFields } from './HourRuleFields';
import styles from './HourPolicyPanel.module.css';

const KINDS = ['work', 'travel'] as const satisfies readonly TimeKind[];

/** How booked minutes become hours on a document. Each choice works at once. */
export function HourPolicyPanel({ saved }: { saved: HourPolicy }) {
  const { t } = useTranslation();
  // Until main has told it: whoever chooses twice in a row must not take the first choice back with the second.
  const [chosen, setChosen] = useState<HourPolicy | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const policy = chosen ?? saved;

  const change = async (kind: TimeKind, rule: HourRule) => {
    const hourPolicy = { ...policy, [kind]: rule };
    setChosen(hourPolicy);
    setProblem(null);
    const outcome = await api.companySettings.save({ hourPolicy });
    if (outcome.ok) return;
    setChosen(null);
    setProblem(outcome.problem);
  };

  return (
    <Panel title={t('ui.companySettings.hours')} actions={<GuideButton page="hours" />}>
      <p>{t('ui.companySettings.hoursIntro')}</p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <div className={styles.kinds}>
        {KINDS.map((kind) => (
          <HourRuleFields key={kind} kind={kind} rule={policy[kind]} onChange={(rule) => void change(kind, rule)} />
        ))}
      </div>
      <p className={styles.note}>{t('ui.companySettings.hoursFromNow')}</p>
    </Panel>
  );
}
