import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TimeKind } from '../../../preload/contract/views';
import { ariaKeys } from '../../shell/shortcuts';
import { Button } from '../../ui/Button';
import { AddIcon, DuplicateIcon } from '../../ui/icons';
import type { EditorProps } from './editor-props';
import styles from './TimeEntries.module.css';
import { TimeRow } from './TimeRow';
import { TimeTotals } from './TimeTotals';
import { timeWarnings } from './time-warnings';
import { unfinishedOf } from './unfinished-of';
import { useAddTime } from './use-add-time';
import { useRemovedToast } from './use-removed-toast';
import { useTimesElsewhere } from './use-times-elsewhere';

/** Werktijd en reistijd, per employee. Enter in a row begins the next one. */
export function TimeEntries({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const times = useStore(editor, (state) => state.draft.times);
  const added = useStore(editor, (state) => state.addedRow);
  const { change, addTime } = editor.getState();
  const id = useStore(editor, (state) => state.saved?.id ?? null);
  const elsewhere = useTimesElsewhere(times, id);
  const warnings = timeWarnings(times, elsewhere);
  const addEmpty = useAddTime(editor);
  const tellRemoved = useRemovedToast(editor);

  const addCopy = () => {
    const before = editor.getState().draft.times.at(-1);
    if (before) addTime(before);
  };
  const nextOnEnter = (event: KeyboardEvent, kind: TimeKind) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    addEmpty(kind);
  };

  return (
    <>
      {times.length === 0 ? (
        <p className={styles.none}>{t('ui.workOrders.noTimes')}</p>
      ) : (
        <div className={styles.rows}>
          {times.map((entry, index) => (
            <div key={entry.rowKey} onKeyDown={(event) => nextOnEnter(event, entry.kind)}>
              <TimeRow
                entry={entry}
                warnings={isLocked ? [] : (warnings[index] ?? [])}
                isFirst={index === 0}
                isLocked={isLocked}
                hasFocusFirst={entry.rowKey === added}
                unfinished={unfinishedOf(editor, entry.rowKey)}
                onChange={(changed) => {
                  const now = editor.getState().draft.times;
                  change({ times: now.map((one) => (one.rowKey === entry.rowKey ? { ...one, ...changed } : one)) });
                }}
                onRemove={() => {
                  change({ times: times.filter((other) => other !== entry) });
                  tellRemoved(t('ui.saving.rowRemoved'));
                }}
              />
            </div>
          ))}
        </div>
      )}
      {isLocked ? null : (
        <div className={styles.buttons}>
          <Button icon={AddIcon} size="small" keys={ariaKeys('addWork')} onPress={() => addEmpty('work')}>
            {t('ui.workOrders.addWork')}
          </Button>
          <Button icon={AddIcon} size="small" keys={ariaKeys('addTravel')} onPress={() => addEmpty('travel')}>
            {t('ui.workOrders.addTravel')}
          </Button>
          {times.length === 0 ? null : (
            <>
              <Button icon={DuplicateIcon} size="small" onPress={addCopy}>
                {t('ui.workOrders.copyTime')}
              </Button>
              <span className={styles.hint}>{t('ui.workOrders.timeHint')}</span>
            </>
          )}
        </div>
      )}
      <TimeTotals times={times} isLocked={isLocked} />
    </>
  );
}
