import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMN_CHOICES, type ColumnChoice, type OpenedImport } from '../../../preload/contract/imports';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import styles from './ImportColumns.module.css';

type Props = {
  opened: OpenedImport;
  onApply: (choices: readonly (ColumnChoice | null)[]) => void;
};

/** What each column of a spreadsheet holds: what was recognised, and what only the office knows. */
export function ImportColumns({ opened, onApply }: Props) {
  const { t } = useTranslation();
  const columns = opened.columns ?? [];
  const [chosen, setChosen] = useState<readonly (ColumnChoice | null)[]>(() => columns.map(({ choice }) => choice));
  const options = COLUMN_CHOICES.map((choice) => ({ value: choice, label: t(`import.column.${choice}`) }));
  return (
    <div className={styles.scroll}>
      <Panel title={t('ui.imports.columns')}>
        {opened.problem === null ? null : <ProblemBanner tone="warning" problem={opened.problem} />}
        <p>{t('ui.imports.columnsIntro')}</p>
        <div className={styles.columns}>
          {columns.map(({ name, samples }, index) => (
            <Select
              // Two columns may have the same name.
              key={index}
              label={t('ui.imports.column', { name })}
              help={
                samples.length === 0
                  ? t('ui.imports.samplesNone')
                  : t('ui.imports.samples', { samples: samples.join(', ') })
              }
              value={chosen[index] ?? null}
              onChange={(choice) => setChosen(chosen.map((before, at) => (at === index ? choice : before)))}
              options={options}
            />
          ))}
        </div>
        <div>
          <Button variant="primary" isDisabled={chosen.includes(null)} onPress={() => onApply(chosen)}>
            {t('ui.imports.applyColumns')}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
