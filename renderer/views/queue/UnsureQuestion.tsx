import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { QueueDetail } from '../../../preload/contract/views';
import { localized, problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import { Facts } from '../../ui/Facts';
import { CopyIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { NotThereAnswer } from './NotThereAnswer';
import { OpenDocument } from './OpenDocument';
import { ThereAnswer } from './ThereAnswer';
import { useQueueStore } from './queue-store';
import styles from './UnsureQuestion.module.css';
import { usePackageLabel } from './use-package-label';

/** The package cannot tell whether the document is there: the office looks for it, and answers with what it found. */
export function UnsureQuestion({ entry }: { entry: QueueDetail }) {
  const { t } = useTranslation();
  const answer = useQueueStore((store) => store.answerUnsure);
  const language = useLanguage();
  const labelOf = usePackageLabel();
  const [problem, setProblem] = useState<Problem | null>(null);
  const packageName = entry.package === null ? t('ui.queue.thePackage') : labelOf(entry.package);
  const send = async (given: Parameters<typeof answer>[0]) => {
    const outcome = await answer(given);
    setProblem(outcome.ok ? null : outcome.problem);
  };
  return (
    <section className={styles.question}>
      <Banner tone="warning" title={t('ui.queue.unsureTitle', { package: packageName })}>
        {[entry.problem ? problemText(entry.problem, language).message : '', t('ui.queue.unsureText')].join(' ').trim()}
      </Banner>
      <WhatToSearchFor entry={entry} packageName={packageName} />
      <h3>{t('ui.queue.answerTitle')}</h3>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <ThereAnswer
        entry={entry}
        onAnswer={(documentNumber) => send({ id: entry.id, answer: 'there', documentNumber })}
      />
      <NotThereAnswer
        entry={entry}
        packageName={packageName}
        onAnswer={() => send({ id: entry.id, answer: 'not-there' })}
      />
    </section>
  );
}

/** What the document bears in the package, and under which name it stands there. */
function WhatToSearchFor({ entry, packageName }: { entry: QueueDetail; packageName: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { marker, document, request } = entry;
  const fields = (request?.fields ?? []).filter(({ value }) => value.includes(marker));
  const copy = () => {
    if (copyText(marker)) showToast('success', t('ui.queue.markerCopied'));
  };
  return (
    <>
      <h3>{t('ui.queue.searchFor', { package: packageName })}</h3>
      <Facts
        facts={[
          { label: t('ui.queue.marker'), value: marker },
          ...(fields.length === 0
            ? []
            : [
                {
                  label: t('ui.queue.searchField', { package: packageName }),
                  value: fields.map(({ label }) => localized(label, language)).join(', '),
                },
              ]),
          ...(document === null
            ? []
            : [
                { label: t('ui.customers.one'), value: `${document.customer.number} ${document.customer.name}`.trim() },
              ]),
          ...(entry.sentAtMs === null
            ? []
            : [{ label: t('ui.queue.sentAt'), value: formats.moment(entry.sentAtMs), isNumber: true }]),
          ...(entry.totalExclVat === null
            ? []
            : [{ label: t('ui.queue.total'), value: formats.money(entry.totalExclVat), isNumber: true }]),
        ]}
      />
      <div className={styles.search}>
        <OpenDocument entry={entry} />
        <Button size="small" icon={CopyIcon} onPress={copy}>
          {t('ui.queue.copyMarker')}
        </Button>
      </div>
    </>
  );
}
