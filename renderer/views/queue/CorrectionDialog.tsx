import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Correctable, Corrected, CorrectionChoices } from '../../../preload/contract/queue-decisions';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import type { Target } from './decision';
import { findArticles, findCustomers } from './find-replacement';
import { StayingList } from './StayingList';

type What = 'article' | 'customer';
type Props = { target: Target; mends: readonly What[]; onClose: () => void };

/** One that may be replaced, with which of the two it is. */
type Wrong = Correctable & { readonly what: What };

/**
 * Another article or customer for blocked work orders, one or many: what is wrong, what takes its place, and then they are
 * tried again. Whatever may be in the package already is left out, and named.
 */
export function CorrectionDialog({ target, mends, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [replacement, setReplacement] = useState<ComboBoxOption | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Corrected | null>(null);
  const {
    value: choices,
    failure,
    retry,
  } = useLoaded(() => api.queue.correctionChoices(target), JSON.stringify(target), 0);
  const options = choices === undefined ? [] : wrongOnes(choices, mends);
  const wrong = options.find((one) => keyOf(one) === chosen) ?? options[0] ?? null;

  const carryOut = async ({ what, id }: Wrong, toId: number) => {
    setIsBusy(true);
    setProblem(null);
    try {
      const outcome = await api.queue.correct({
        target,
        correction: what === 'customer' ? { what, fromId: id, toId } : { what, fromId: id ?? 0, toId },
      });
      if (!outcome.ok) return setProblem(outcome.problem);
      const { retried, staying } = outcome.value;
      if (retried > 0) showToast('success', t('ui.queue.retried', { count: retried }));
      if (staying.length === 0) onClose();
      else setDone(outcome.value);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Dialog
      title={t(`ui.queue.correctTitle.${mends.length === 1 ? (mends[0] ?? 'both') : 'both'}`)}
      isOpen
      onClose={onClose}
      actions={
        done === null ? (
          <>
            <Button onPress={onClose} isDisabled={isBusy}>
              {t('ui.action.cancel')}
            </Button>
            <Button
              variant="primary"
              isBusy={isBusy}
              isDisabled={wrong === null || replacement === null}
              onPress={() => void (wrong && replacement && carryOut(wrong, Number(replacement.id)))}
            >
              {t('ui.queue.correctConfirm', { count: wrong?.entries ?? 0 })}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('ui.action.close')}
          </Button>
        )
      }
    >
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : choices === undefined ? (
        <LoadingState />
      ) : done !== null ? (
        <StayingList title={t('ui.queue.stillStanding')} staying={done.staying} />
      ) : (
        <>
          {problem === null ? null : <ProblemBanner problem={problem} />}
          {wrong === null ? (
            <p>{t('ui.queue.nothingToCorrect')}</p>
          ) : (
            <>
              <WrongOne
                options={options}
                wrong={wrong}
                onChoose={(key) => {
                  setChosen(key);
                  setReplacement(null);
                }}
              />
              <ComboBox
                key={wrong.what}
                label={t(`ui.queue.replaceBy.${wrong.what}`)}
                value={replacement}
                onChange={setReplacement}
                search={wrong.what === 'article' ? findArticles : findCustomers}
                help={t(`ui.queue.replaceHelp.${wrong.what}`)}
                isRequired
                autoFocus
              />
            </>
          )}
          <StayingList title={t('ui.queue.stayingTitle')} staying={choices.staying} />
        </>
      )}
    </Dialog>
  );
}

const keyOf = ({ what, id }: Wrong): string => `${what} ${id ?? ''}`;

/** What is at fault; when nothing is by Simon's own tables, everything that the refusal may be about. */
function wrongOnes({ articles, customers }: CorrectionChoices, mends: readonly What[]): readonly Wrong[] {
  const all: readonly Wrong[] = [
    ...(mends.includes('article') ? articles.map((one) => ({ ...one, what: 'article' as const })) : []),
    ...(mends.includes('customer') ? customers.map((one) => ({ ...one, what: 'customer' as const })) : []),
  ];
  const atFault = all.filter(({ isAtFault }) => isAtFault);
  return atFault.length > 0 ? atFault : all;
}

type WrongProps = { options: readonly Wrong[]; wrong: Wrong; onChoose: (key: string) => void };

function WrongOne({ options, wrong, onChoose }: WrongProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = ({ what, label, entries }: Wrong): string =>
    t('ui.queue.wrongOne', {
      count: entries,
      shown: formats.count(entries),
      name: label === '' ? t('ui.queue.withoutCustomer') : label,
      what: t(`ui.queue.what.${what}`),
    });
  if (options.length === 1) return <p>{nameOf(wrong)}</p>;
  return (
    <Select
      label={t('ui.queue.whatIsWrong')}
      value={keyOf(wrong)}
      onChange={onChoose}
      options={options.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
    />
  );
}
