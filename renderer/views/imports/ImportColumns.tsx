import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  COLUMN_CHOICES,
  type ColumnChoice,
  type ImportColumn,
  type OpenedImport,
} from '../../../preload/contract/imports';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { Select } from '../../ui/Select';
import styles from './ImportColumns.module.css';

type Props = {
  opened: OpenedImport;
  onApply: (choices: readonly (ColumnChoice | null)[]) => void;
};

/** What each column of a spreadsheet holds: what was recognised, and what only the office knows. */
export function ImportColumns({ opened, onApply }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = opened.columns ?? [];
  const examples = (samples: readonly string[]) =>
    samples.length === 0 ? t('ui.imports.samplesNone') : t('ui.imports.samples', { samples: samples.join(', ') });
  const [chosen, setChosen] = useState<readonly (ColumnChoice | null)[]>(() => columns.map(({ choice }) => choice));
  // What must be chosen comes first.
  const order = [...columns.keys()].sort((one, other) => rank(columns[one]) - rank(columns[other]) || one - other);
  const options = COLUMN_CHOICES.map((choice) => ({ value: choice, label: t(`import.column.${choice}`) }));
  return (
    <div className={styles.scroll}>
      <Panel title={t('ui.imports.columns')}>
        {opened.problem === null ? null : (
          <Banner tone="warning" title={problemText(opened.problem, language).message} />
        )}
        <p>{t('ui.imports.columnsIntro')}</p>
        <div className={styles.columns}>
          {order.map((index) => (
            <Select
              // Two columns may have the same name.
              key={index}
              label={t('ui.imports.column', { name: columns[index]?.name ?? '' })}
              help={examples(columns[index]?.samples ?? [])}
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

const rank = (column: ImportColumn | undefined): number => (column?.choice === null ? 0 : 1);
