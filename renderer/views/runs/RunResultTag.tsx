import { useTranslation } from 'react-i18next';
import type { RunResult } from '../../../preload/contract/views';
import { StatusTag } from '../../ui/StatusTag';
import type { Tone } from '../../ui/tone';

const TONE: Readonly<Record<RunResult, Tone | 'neutral'>> = {
  finished: 'success',
  partial: 'warning',
  failed: 'error',
  cancelled: 'neutral',
};

/** How a run ended, by icon, word and colour; null while it goes on. */
export function RunResultTag({ result }: { result: RunResult | null }) {
  const { t } = useTranslation();
  if (result === null) return <StatusTag tone="accent">{t('ui.run.result.running')}</StatusTag>;
  return <StatusTag tone={TONE[result]}>{t(`ui.run.result.${result}`)}</StatusTag>;
}
