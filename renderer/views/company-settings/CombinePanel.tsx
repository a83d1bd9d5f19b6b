import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanySettings } from '../../../preload/contract/company-settings';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { GuideButton } from '../guide/GuideButton';

const CHOICES = ['off', 'per-customer'] as const satisfies readonly CompanySettings['combine'][];

/** Whether work orders of one customer may share a document. The choice works at once. */
export function CombinePanel({ saved }: { saved: CompanySettings['combine'] }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = async (combine: CompanySettings['combine']) => {
    const outcome = await api.companySettings.save({ combine });
    setProblem(outcome.ok ? null : outcome.problem);
  };
  return (
    <Panel title={t('ui.archiving.combine.title')} actions={<GuideButton page="sending" />}>
      <p>{t('ui.archiving.combine.intro')}</p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <Select
        label={t('ui.archiving.combine.label')}
        value={saved}
        onChange={(combine) => void choose(combine)}
        options={CHOICES.map((value) => ({ value, label: t(`ui.archiving.combine.choices.${value}`) }))}
      />
      <p>{t('ui.archiving.combine.apart')}</p>
    </Panel>
  );
}
