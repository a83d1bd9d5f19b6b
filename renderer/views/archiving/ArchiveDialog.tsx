import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStopped, type ArchiveCheck } from '../../../preload/contract/archiving';
import type { ArchiveOutcome } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { Facts } from '../../ui/Facts';
import { ProgressBar } from '../../ui/ProgressBar';
import { paceOf, useLongWork } from '../long-work/use-long-work';
import styles from './ArchiveDialog.module.css';
import { groupsOf, sentOf, totalOf, withIds, withoutIds, withoutStopped } from './archive-groups';
import { useArchiveRun } from './archive-run';
import { ArchiveResult } from './ArchiveResult';
import { FindingList } from './FindingList';
import { TogetherChoice } from './TogetherChoice';

type Props = {
  /** What is archived, as it is saved. */
  ids: readonly number[];
  onClose: () => void;
  /** When it is known what became of each; the dialog stays open to tell, unless the caller closes it. */
  onDone: (outcome: ArchiveOutcome) => void;
};

/** Shows what archiving will do and what stands in its way, archives, and tells what became of each work order. */
export function ArchiveDialog({ ids, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { phase, checks, check, archive, stop } = useArchiveRun();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [apart, setApart] = useState<ReadonlySet<number>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);

  const look = () => {
    setFailure(null);
    check(ids).then((found) => setChosen(withoutStopped(found)), setFailure);
  };
  // Once, for the work orders that the dialog was opened with.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(look, []);

  const groups = groupsOf(checks, chosen, apart);
  const archiveNow = () => {
    archive(groups).then((outcome) => outcome && onDone(outcome), setFailure);
  };
  const pace = paceOf(useLongWork('archive'));
  const isArchiving = phase.kind === 'archiving';
  const close = () => {
    stop();
    onClose();
  };

  return (
    <Dialog
      title={
        phase.kind === 'done' ? t('ui.archiving.resultTitle') : t('ui.workOrders.archiveTitle', { count: ids.length })
      }
      size={ids.length > 1 ? 'large' : 'medium'}
      role="alertdialog"
      isOpen
      onClose={isArchiving ? stop : close}
      actions={
        phase.kind === 'done' ? (
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('ui.action.close')}
          </Button>
        ) : (
          <>
            <Button onPress={isArchiving ? stop : close} autoFocus>
              {isArchiving ? t('ui.archiving.stop') : t('ui.action.cancel')}
            </Button>
            <Button
              variant="primary"
              onPress={archiveNow}
              isBusy={isArchiving || phase.kind === 'checking'}
              isDisabled={groups.length === 0 && phase.kind === 'asking'}
            >
              {t('ui.workOrders.archive')}
            </Button>
          </>
        )
      }
    >
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={look} />
      ) : phase.kind === 'checking' ? (
        <ProgressBar label={t('ui.archiving.checking')} done={phase.done} total={phase.total} />
      ) : phase.kind === 'archiving' ? (
        <ProgressBar label={t('ui.archiving.archiving')} done={phase.done} total={phase.total} {...pace} />
      ) : phase.kind === 'done' ? (
        <ArchiveResult outcome={phase.outcome} left={phase.left} onGo={onClose} />
      ) : (
        <>
          <p>{t('ui.workOrders.archiveText')}</p>
          <Facts
            facts={[
              { label: t('ui.archiving.workOrders'), value: formats.count(groups.flat().length), isNumber: true },
              { label: t('ui.archiving.documents'), value: formats.count(sentOf(groups).length), isNumber: true },
              { label: t('ui.archiving.total'), value: totalText(), isNumber: true },
            ]}
          />
          <TogetherChoice checks={checks} chosen={chosen} apart={apart} onChange={setApart} />
          <Found
            title="leftOut"
            checks={checks.filter((one) => isStopped(one))}
            chosen={chosen}
            onChoose={setChosen}
            onGo={close}
          />
          <Found
            title="warned"
            checks={checks.filter((one) => !isStopped(one) && one.findings.length > 0)}
            onGo={close}
          />
        </>
      )}
    </Dialog>
  );

  function totalText(): string {
    const total = totalOf(groups);
    return total === null ? t('ui.archiving.totalUnknown') : formats.money(total);
  }
}

type FoundProps = {
  title: 'leftOut' | 'warned';
  checks: readonly ArchiveCheck[];
  /** Present when the office may archive them all the same. */
  chosen?: ReadonlySet<number>;
  onChoose?: (chosen: ReadonlySet<number>) => void;
  onGo: () => void;
};

/** Work orders with what was found about each. */
function Found({ title, checks, chosen, onChoose, onGo }: FoundProps) {
  const { t } = useTranslation();
  if (checks.length === 0) return null;
  return (
    <section className={styles.found}>
      <h3>{t(`ui.archiving.${title}`, { count: checks.length })}</h3>
      {checks.map(({ id, number, status, customerName, findings }) => (
        <div key={id} className={styles.workOrder}>
          <p className={styles.name}>{`${number} ${customerName}`.trim()}</p>
          <FindingList workOrderId={id} findings={findings} onGo={onGo} />
          {chosen && onChoose && status === 'ready' ? (
            <Checkbox
              isSelected={chosen.has(id)}
              help={t('ui.archiving.anywayHelp')}
              onChange={(isChosen) => onChoose(isChosen ? withIds(chosen, [id]) : withoutIds(chosen, [id]))}
            >
              {t('ui.archiving.anyway', { number })}
            </Checkbox>
          ) : null}
        </div>
      ))}
    </section>
  );
}
