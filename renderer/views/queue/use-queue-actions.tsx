import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mendedBy } from '../../../preload/contract/queue-decisions';
import type { Result } from '../../../preload/contract/model';
import type { QueueRow } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { showToast } from '../../ui/toasts';
import { goToFinding } from '../archiving/finding-place';
import { CorrectionDialog } from './CorrectionDialog';
import { DecisionDialog } from './DecisionDialog';
import type { Decision, Target } from './decision';
import { rowAction, type RowAction } from './row-action';
import { useCopyNumber } from './use-copy-number';
import { useQueueStore } from './queue-store';

export interface QueueActions {
  /** What the row offers; nothing when it offers nothing. */
  readonly act: (entry: QueueRow) => void;
  readonly retryNow: (id: number) => void;
  readonly takeBack: (id: number) => void;
  /** After a rehearsal that the office has seen. */
  readonly decide: (action: Decision['action'], target: Target) => void;
  readonly correct: (target: Target, mends: readonly ('article' | 'customer')[]) => void;
  /** What is asked at the moment. */
  readonly dialog: ReactNode;
}

type Asked =
  | ({ readonly kind: 'decide' } & Decision)
  | { readonly kind: 'correct'; readonly target: Target; readonly mends: readonly ('article' | 'customer')[] };

/** Asked when it is needed: rows keep what they were drawn with. */
const linkedPackage = () => useAppStore.getState().sync?.package ?? null;

/** Everything that can be done with entries, from a row, a heading, the bar above the list or the panel beside it. */
export function useQueueActions(): QueueActions {
  const { t } = useTranslation();
  const language = useLanguage();
  const { retry, takeBack } = useQueueStore();
  const copyNumber = useCopyNumber();
  const [asked, setAsked] = useState<Asked | null>(null);
  const report = <T,>(outcome: Result<T>, done: (value: T) => string) => {
    if (outcome.ok) showToast('success', done(outcome.value));
    else showToast('error', problemText(outcome.problem, language).message);
  };
  const close = () => setAsked(null);

  const actions = {
    retryNow: (id: number) =>
      void retry([id]).then((outcome) => report(outcome, ({ retried }) => t('ui.queue.retried', { count: retried }))),
    takeBack: (id: number) => void takeBack(id).then((outcome) => report(outcome, () => t('ui.queue.takenBack'))),
    decide: (action: Decision['action'], target: Target) => setAsked({ kind: 'decide', action, target }),
    correct: (target: Target, mends: readonly ('article' | 'customer')[]) =>
      setAsked({ kind: 'correct', target, mends }),
  };

  const run: Readonly<Record<RowAction, (entry: QueueRow) => void>> = {
    'correct-article': correctEntry,
    'correct-customer': correctEntry,
    correct: correctEntry,
    setting: ({ workOrderId, problem }) =>
      goToFinding(workOrderId, { screen: 'integration', package: linkedPackage(), field: problem?.field ?? null }),
    answer: ({ id }) => navigate('queue', id),
    retry: ({ id }) => actions.retryNow(id),
    'send-after-all': ({ id }) => actions.retryNow(id),
    skip: ({ id }) => actions.decide('skip', { ids: [id] }),
    'take-back': ({ id }) => actions.takeBack(id),
    'copy-number': ({ documentNumber }) => copyNumber(documentNumber ?? ''),
  };
  function correctEntry({ id, problem }: QueueRow): void {
    actions.correct({ ids: [id] }, problem === null ? [] : mendedBy(problem));
  }

  return {
    ...actions,
    act: (entry) => {
      const action = rowAction(entry);
      if (action !== null) run[action](entry);
    },
    dialog:
      asked === null ? null : asked.kind === 'decide' ? (
        <DecisionDialog action={asked.action} target={asked.target} onClose={close} />
      ) : (
        <CorrectionDialog target={asked.target} mends={asked.mends} onClose={close} />
      ),
  };
}
