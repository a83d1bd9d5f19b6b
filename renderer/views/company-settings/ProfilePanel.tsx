import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanySettings, PaperChoices } from '../../../preload/contract/company-settings';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { showToast } from '../../ui/toasts';
import { GuideButton } from '../guide/GuideButton';
import { LogoField } from './LogoField';
import { PaperPreview } from './PaperPreview';
import { keepProfileTyping, keptProfileTyping, type ProfileDraft } from './profile-journal';
import { ProfileFields } from './ProfileFields';
import styles from './ProfilePanel.module.css';

/** Name, details and logo of the company, and how its papers are made, beside a paper that shows it. */
export function ProfilePanel({ saved }: { saved: Pick<CompanySettings, 'profile' | 'papers'> }) {
  const { t } = useTranslation();
  const companyId = useAppStore((store) => store.app?.company.id ?? '');
  const [changed, setChanged] = useState(() => keptProfileTyping(companyId));
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { profile, papers } = changed ?? saved;
  // Not until main has told the new ones: for a moment the former ones would show.
  const isChanged = JSON.stringify([profile, papers]) !== JSON.stringify([saved.profile, saved.papers]);
  const show = (draft: ProfileDraft | null) => {
    setChanged(draft);
    keepProfileTyping(companyId, draft);
  };
  const change = (part: Partial<ProfileDraft>) => show({ profile, papers, ...part });
  const changePapers = (part: Partial<PaperChoices>) => change({ papers: { ...papers, ...part } });

  const save = async () => {
    setIsBusy(true);
    setProblem(null);
    try {
      const outcome = await api.companySettings.save({ profile, papers });
      if (!outcome.ok) return setProblem(outcome.problem);
      keepProfileTyping(companyId, null);
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
            {isChanged ? (
              <>
                <Button onPress={() => show(null)}>{t('ui.workOrders.discard')}</Button>
                <span className={styles.note}>{t('ui.companySettings.unsaved')}</span>
              </>
            ) : null}
          </div>
        </form>
        <PaperPreview profile={profile} choices={papers} />
      </div>
    </Panel>
  );
}
