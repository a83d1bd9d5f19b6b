import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { problemText } from '../../i18n/problem-text';
import { navigate } from '../../shell/use-route';
import { ActionMenu } from '../../ui/ActionMenu';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { BackIcon, ImportIcon, CsvIcon, SaveFileIcon, SpreadsheetIcon } from '../../ui/icons';
import { Page } from '../../ui/Page';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { ProgressBar } from '../../ui/ProgressBar';
import { showToast } from '../../ui/toasts';
import { GuideButton } from '../guide/GuideButton';
import { paceOf, useLongWork } from '../long-work/use-long-work';
import { ImportColumns } from './ImportColumns';
import { ImportRows } from './ImportRows';
import { ImportSheets } from './ImportSheets';
import styles from './ImportView.module.css';
import { useImportStore } from './import-store';

/** Werkbonnen, Inlezen: a file of another program is looked at first, and then taken in. */
export function ImportView() {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const state = useImportStore();
  const pace = paceOf(useLongWork(state.work === 'running' ? 'import' : 'import-check'));
  const { opened, result, isDone, work, progress, problem } = state;
  const [showsColumns, setShowsColumns] = useState(false);
  const { takeUp } = state;
  useEffect(() => void takeUp(), [takeUp]);

  const saveExample = async (format: 'csv' | 'xlsx') => {
    const saved = await api.imports.saveExample({ format });
    if (saved === null) return;
    if (saved.ok) showToast('success', t('ui.imports.saved', { file: saved.value.file }));
    else showToast('error', problemText(saved.problem, language).message);
  };
  const canShowColumns = opened?.columns != null && work === null && !isDone;
  const mustChoose = opened?.problem != null;
  const columnsShow = canShowColumns && (mustChoose || showsColumns);

  const isEmpty = opened === null && work === null && problem === null;
  const choose = (
    <Button
      variant={opened === null ? 'primary' : 'secondary'}
      icon={ImportIcon}
      isDisabled={work !== null}
      onPress={() => void state.choose()}
    >
      {opened === null ? t('ui.imports.choose') : t('ui.imports.chooseOther')}
    </Button>
  );

  return (
    <Page
      layout="fill"
      title={t('ui.imports.title')}
      intro={t('ui.imports.intro')}
      actions={
        <>
          <Button icon={BackIcon} onPress={() => navigate('work-orders')}>
            {t('ui.imports.back')}
          </Button>
          <GuideButton page="importing" />
          <ActionMenu
            label={t('ui.imports.example')}
            icon={SaveFileIcon}
            size="medium"
            actions={[
              { id: 'xlsx', label: t('ui.imports.exampleXlsx'), icon: SpreadsheetIcon },
              { id: 'csv', label: t('ui.imports.exampleCsv'), icon: CsvIcon },
            ]}
            onAction={(format) => void saveExample(format)}
          />
          {isEmpty ? null : choose}
        </>
      }
    >
      {problem === null ? null : <ProblemBanner problem={problem} />}
      {isEmpty ? (
        <EmptyState icon={SpreadsheetIcon} title={t('ui.imports.emptyTitle')} actions={choose}>
          {t('ui.imports.emptyText')}
        </EmptyState>
      ) : null}
      {opened === null ? null : (
        <div className={styles.file}>
          <p className={styles.facts}>
            {mustChoose
              ? opened.fileName
              : t('ui.imports.facts', {
                  file: opened.fileName,
                  count: opened.records,
                  shown: formats.count(opened.records),
                })}
          </p>
          {canShowColumns ? <ImportSheets opened={opened} onChoose={(sheet) => void state.reread(sheet, [])} /> : null}
          {canShowColumns && !mustChoose ? (
            <Button size="small" onPress={() => setShowsColumns(!showsColumns)}>
              {t('ui.imports.showColumns')}
            </Button>
          ) : null}
        </div>
      )}
      {columnsShow && opened !== null ? (
        <ImportColumns
          key={`${opened.fileName} ${opened.sheet}`}
          opened={opened}
          onApply={(choices) => {
            setShowsColumns(false);
            void state.reread(opened.sheet, choices);
          }}
        />
      ) : null}
      {work === null ? null : (
        <div className={styles.work}>
          <ProgressBar
            label={t(`ui.imports.${work}`)}
            done={progress?.done ?? 0}
            total={work === 'reading' ? null : (progress?.total ?? null)}
            {...pace}
          />
          {work === 'reading' ? null : <Button onPress={state.stop}>{t('ui.imports.stop')}</Button>}
        </div>
      )}
      {result !== null && opened !== null && work === null && !columnsShow ? (
        <ImportRows
          key={String(isDone)}
          result={result}
          isDone={isDone}
          onRun={() => void state.run()}
          onCheck={() => void state.check()}
        />
      ) : null}
    </Page>
  );
}
