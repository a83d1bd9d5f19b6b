import { Copy, Plus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TimeEntry, TimeKind } from '../../../preload/contract/views';
import { officeDay } from '../../i18n/office-clock';
import { Button } from '../../ui/Button';
import type { EditorProps } from './editor-props';
import styles from './TimeEntries.module.css';
import { TimeRow } from './TimeRow';
import { TimeTotals } from './TimeTotals';
import { timeWarnings } from './time-warnings';
import { useTimesElsewhere } from './use-times-elsewhere';

/** Werktijd en reistijd, per employee. Enter in a row begins the next one. */
export function TimeEntries({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const times = useStore(editor, (state) => state.draft.times);
  const { change, addTime } = editor.getState();
  const [added, setAdded] = useState<number | null>(null);
  const id = useStore(editor, (state) => state.saved?.id ?? null);
  const elsewhere = useTimesElsewhere(times, id);
  const warnings = timeWarnings(times, elsewhere);

  const add = (entry: TimeEntry) => {
    addTime(entry);
    setAdded(editor.getState().draft.times.at(-1)?.rowKey ?? null);
  };
  /** By whom and when, as the row before it, else as it was planned. */
  const addEmpty = (kind: TimeKind) => {
    const { employeeId: planned, plannedStartAtMs, times: booked } = editor.getState().draft;
    const before = booked.at(-1);
    add({
      kind,
      employeeId: before?.employeeId ?? planned,
      date: before?.date ?? officeDay(plannedStartAtMs ?? Date.now()),
      startMinute: null,
      minutes: 0,
      note: '',
    });
  };
  const addCopy = () => {
    const before = editor.getState().draft.times.at(-1);
    if (before) add(before);
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
                onChange={(changed) => {
                  const now = editor.getState().draft.times;
                  change({ times: now.map((one) => (one.rowKey === entry.rowKey ? { ...one, ...changed } : one)) });
                }}
                onRemove={() => change({ times: times.filter((other) => other !== entry) })}
              />
            </div>
          ))}
        </div>
      )}
      {isLocked ? null : (
        <div className={styles.buttons}>
          <Button icon={Plus} size="small" onPress={() => addEmpty('work')}>
            {t('ui.workOrders.addWork')}
          </Button>
          <Button icon={Plus} size="small" onPress={() => addEmpty('travel')}>
            {t('ui.workOrders.addTravel')}
          </Button>
          {times.length === 0 ? null : (
            <>
              <Button icon={Copy} size="small" onPress={addCopy}>
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
