import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsFilterWord, type SettingField } from '../../../preload/contract/model';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useLoaded } from '../../ui/use-loaded';
import { useSettled } from '../../ui/use-settled';
import styles from './FilterWordTester.module.css';

type Props = {
  effect: NonNullable<SettingField['filterWord']>;
  /** As it stands on screen; not empty. */
  word: string;
};

/** Every letter counts all work orders anew. */
const TYPING_PAUSE_MS = 300;

/** Tries a filter word on a description, with the rule that the engine follows, and on the work orders there are. */
export function FilterWordTester({ effect, word }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = useId();
  const [text, setText] = useState('');
  const revision = useRevision('workOrders');
  const works = useLoaded(() => api.integrations.exampleWorks(), 'works', revision).value ?? [];
  const counted = useSettled(word.trim(), TYPING_PAUSE_MS);
  const counts = useLoaded(() => api.integrations.filterWord({ word: counted }), counted, revision).value;
  const described = works.filter(({ description }) => description.trim() !== '');
  const shown = word.trim();
  const verdict = holdsFilterWord(text, word) ? 'with' : 'without';
  return (
    <section className={styles.tester} aria-labelledby={title}>
      <p id={title} className={styles.title}>
        {t('ui.packageSettings.filterWord.title')}
      </p>
      <TextField label={t('ui.packageSettings.filterWord.text')} value={text} onChange={setText} />
      {described.length === 0 ? null : (
        <Select
          label={t('ui.packageSettings.filterWord.pick')}
          placeholder={t('ui.packageSettings.filterWord.pickOne')}
          value={null}
          onChange={(id) => setText(described.find((work) => String(work.id) === id)?.description ?? '')}
          options={described.map(({ id, number, description }) => ({
            value: String(id),
            label: `${number} ${firstLine(description)}`,
          }))}
        />
      )}
      <p role="status" className={styles.verdict}>
        {text.trim() === '' ? '' : t(`ui.packageSettings.filterWord.${effect}.${verdict}`, { word: shown })}
      </p>
      {counts === undefined || counts.open.all + counts.archived.all === 0 ? null : (
        <p className={styles.counts}>
          {counts.open.all === 0
            ? null
            : t('ui.packageSettings.filterWord.open', {
                count: counts.open.all,
                holding: formats.count(counts.open.holding),
              })}{' '}
          {counts.archived.all === 0
            ? null
            : t('ui.packageSettings.filterWord.archived', {
                count: counts.archived.all,
                holding: formats.count(counts.archived.holding),
              })}
        </p>
      )}
    </section>
  );
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';
