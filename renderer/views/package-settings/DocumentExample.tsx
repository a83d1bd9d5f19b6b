import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Json, Manifest, Problem } from '../../../preload/contract/model';
import type { DocumentExample as Example } from '../../../preload/contract/package-settings';
import { settingOfProblem } from '../../../preload/contract/setting-of-problem';
import { api } from '../../api';
import { localized, problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { useLoaded } from '../../ui/use-loaded';
import { useSettled } from '../../ui/use-settled';
import { DocumentPreview } from '../document/DocumentPreview';
import { focusSetting } from './setting-place';
import { settingValue } from './settings-draft';
import { shownFields, type SettingsForm, type SettingsFormState } from './settings-form-store';
import styles from './DocumentExample.module.css';

const TYPING_PAUSE_MS = 350;

/** The document as it would be with the settings on screen, of a work order that the office chooses. */
export function DocumentExample({ manifest, form }: { manifest: Manifest; form: SettingsForm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useStore(form);
  const serial = useSettled(state.serial, TYPING_PAUSE_MS);
  const [chosen, setChosen] = useState<number | null>(null);
  const revision = useRevision('workOrders', 'articles', 'customers');
  const works = useLoaded(() => api.integrations.exampleWorks(), 'works', revision).value ?? [];
  const { value, failure, retry } = useLoaded(
    () => {
      const { settings } = form.getState();
      return api.integrations.documentExample({
        package: manifest.id,
        settings: { ...settings },
        workOrderId: chosen,
      });
    },
    `${manifest.id}/${chosen}`,
    // Both only rise.
    serial + revision,
  );
  const ofWork = chosen ?? (value?.ok === true ? value.value.work?.id : undefined) ?? works[0]?.id;
  const unchecked = shownFields(manifest, state)
    .filter(({ key, check }) => check === 'live' && (state.checks[key]?.kind ?? 'checking') === 'checking')
    .map(({ label }) => localized(label, language));
  return (
    <div className={styles.example}>
      <p className={styles.text}>{t('ui.packageSettings.example.text')}</p>
      {works.length === 0 ? null : (
        <Select
          isWide
          label={t('ui.packageSettings.example.work')}
          value={String(ofWork)}
          onChange={(id) => setChosen(Number(id))}
          options={works.map(({ id, number, customerName }) => ({
            value: String(id),
            label: `${number} ${customerName}`.trim(),
          }))}
        />
      )}
      {unchecked.length === 0 ? null : (
        <p className={styles.text}>{t('ui.packageSettings.example.unchecked', { fields: unchecked.join(', ') })}</p>
      )}
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <LoadingState />
      ) : value.ok ? (
        <Shown manifest={manifest} example={value.value} wrongArticles={wrongArticles(manifest, state)} />
      ) : (
        <ProblemBanner problem={value.problem} tone="info" />
      )}
    </div>
  );
}

/** Codes of articles that Controleer did not find; what is wrong with them is told at their setting. */
function wrongArticles(manifest: Manifest, state: SettingsFormState): ReadonlySet<Json> {
  const wrong = shownFields(manifest, state).filter(
    ({ kind, key }) => kind === 'article' && state.checks[key]?.kind === 'wrong',
  );
  return new Set(wrong.map((field) => settingValue(field, state.settings)));
}

type ShownProps = { manifest: Manifest; example: Example; wrongArticles: ReadonlySet<Json> };

function Shown({ manifest, example: { work, unknownArticles, preview }, wrongArticles: wrong }: ShownProps) {
  const { t } = useTranslation();
  const toCome = unknownArticles.filter((code) => !wrong.has(code));
  return (
    <>
      {work === null ? <p className={styles.text}>{t('ui.packageSettings.example.madeUp')}</p> : null}
      {toCome.length === 0 ? null : (
        <p className={styles.text}>
          {t('ui.packageSettings.example.unknownArticles', {
            count: toCome.length,
            codes: toCome.join(', '),
            name: manifest.label,
          })}
        </p>
      )}
      {preview.kind === 'document' ? (
        <DocumentPreview
          document={preview.document}
          request={preview.request}
          pdfNames={preview.pdfFileNames}
          packageId={manifest.id}
        />
      ) : preview.kind === 'skipped' ? (
        <NotSent manifest={manifest} tone="info" problems={[preview.reason]} />
      ) : (
        <NotSent manifest={manifest} tone="warning" problems={preview.problems} />
      )}
    </>
  );
}

type NotSentProps = { manifest: Manifest; tone: 'info' | 'warning'; problems: readonly Problem[] };

/** Why there would be no document, with the way to the setting that decides it. */
function NotSent({ manifest, tone, problems }: NotSentProps) {
  const { t } = useTranslation();
  const settings = problems.flatMap((problem) => settingOfProblem(manifest, problem) ?? []);
  const key = settings[0]?.key;
  return (
    <Banner
      tone={tone}
      title={t(tone === 'info' ? 'ui.packageSettings.example.skipped' : 'ui.packageSettings.example.blocked')}
      actions={
        key === undefined ? null : (
          <Button size="small" onPress={() => focusSetting(key)}>
            {t('ui.packageSettings.goTo')}
          </Button>
        )
      }
    >
      <Sentences problems={problems} />
    </Banner>
  );
}

/** What is wrong with each, and what to do. */
function Sentences({ problems }: { problems: readonly Problem[] }) {
  const language = useLanguage();
  return problems.map((problem, index) => {
    const { message, action } = problemText(problem, language);
    return (
      <p key={index}>
        {message} {action}
      </p>
    );
  });
}
