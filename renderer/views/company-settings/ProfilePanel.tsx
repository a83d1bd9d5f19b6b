import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyProfile, CompanySettings, PaperChoices } from '../../../preload/contract/company-settings';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { showToast } from '../../ui/toasts';
import { GuideButton } from '../guide/GuideButton';
import { LogoField } from './LogoField';
import { PaperPreview } from './PaperPreview';
import { ProfileFields } from './ProfileFields';
import styles from './ProfilePanel.module.css';

type Draft = { readonly profile: CompanyProfile; readonly papers: PaperChoices };

/** Name, details and logo of the company, and how its papers are made, beside a paper that shows it. */
export function ProfilePanel({ saved }: { saved: Pick<CompanySettings, 'profile' | 'papers'> }) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<Draft | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { profile, papers } = changed ?? saved;
  // Not until main has told the new ones: for a moment the former ones would show.
  const isChanged = JSON.stringify([profile, papers]) !== JSON.stringify([saved.profile, saved.papers]);
  const change = (part: Partial<Draft>) => setChanged({ profile, papers, ...part });
  const changePapers = (part: Partial<PaperChoices>) => change({ papers: { ...papers, ...part } });

  const save = async () => {
    setIsBusy(true);
    setProblem(null);
    try {
      const outcome = await api.companySettings.save({ profile, papers });
      if (!outcome.ok) return setProblem(outcome.problem);
      showToast('success', t('ui.companySettings.profileSaved'));
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Panel title={t('ui.companySettings.profile')} actions={<GuideButton page="papers" />}>
      <p>{t('ui.companySettings.profileIntro')}</p>
      <div className={styles.columns}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {problem ? <ProblemBanner problem={problem} /> : null}
          <LogoField />
          <ProfileFields profile={profile} onChange={(next) => change({ profile: next })} />
          <h3>{t('ui.companySettings.paperChoices')}</h3>
          <Select
            label={t('ui.companySettings.paperLanguage')}
            value={papers.language}
            onChange={(language) => changePapers({ language })}
            options={(['nl', 'en'] as const).map((value) => ({ value, label: t(`ui.pdf.languages.${value}`) }))}
          />
          <Checkbox
            isSelected={papers.prices}
            onChange={(prices) => changePapers({ prices })}
            help={t('ui.companySettings.paperPricesHelp')}
          >
            {t('ui.companySettings.paperPrices')}
          </Checkbox>
          <Checkbox
            isSelected={papers.notes}
            onChange={(notes) => changePapers({ notes })}
            help={t('ui.companySettings.paperNotesHelp')}
          >
            {t('ui.companySettings.paperNotes')}
          </Checkbox>
          <div className={styles.save}>
            <Button type="submit" variant="primary" isBusy={isBusy} isDisabled={!isChanged}>
              {t('ui.action.save')}
            </Button>
            {isChanged ? <span className={styles.note}>{t('ui.companySettings.unsaved')}</span> : null}
          </div>
        </form>
        <PaperPreview profile={profile} choices={papers} />
      </div>
    </Panel>
  );
}
