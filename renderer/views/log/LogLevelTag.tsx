import { useTranslation } from 'react-i18next';
import type { LogLevel } from '../../../preload/contract/views';
import { StatusTag } from '../../ui/StatusTag';
import type { Tone } from '../../ui/tone';

const TONE: Readonly<Record<LogLevel, Tone>> = {
  approval: 'success',
  info: 'info',
  warning: 'warning',
  error: 'error',
};

/** Soort bericht: by icon, word and colour. */
export function LogLevelTag({ level }: { level: LogLevel }) {
  const { t } = useTranslation();
  return <StatusTag tone={TONE[level]}>{t(`ui.log.level.${level}`)}</StatusTag>;
}
