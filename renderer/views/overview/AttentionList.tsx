import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { AttentionRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { localized, problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { showToast } from '../../ui/toasts';
import { Tooltip } from '../../ui/Tooltip';
import { useFocusBack } from '../../ui/use-focus-back';
import { LogLevelTag } from '../log/LogLevelTag';
import { targetsOf } from '../log/log-targets';
import styles from './AttentionList.module.css';

type Props = {
  rows: readonly AttentionRow[];
  total: number;
  /** What could not be written among the messages, because the disk refuses. */
  refusal: Problem | null;
  /** Nothing else asks for the office either. */
  isAllWell: boolean;
};

/** What the office must do, newest first, each with its action and the record. */
export function AttentionList(props: Props) {
  const area = useRef<HTMLDivElement>(null);
  // Gezien takes its own button away.
  useFocusBack(area);
  return (
    <div ref={area} tabIndex={-1} className={styles.area}>
      <Rows {...props} />
    </div>
  );
}

function Rows({ rows, total, refusal, isAllWell }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const seen = async (id: number) => {
    const outcome = await api.overview.seen(id);
    if (!outcome.ok) showToast('error', problemText(outcome.problem, language).message);
  };
  if (rows.length === 0 && refusal === null) {
    return <p className={styles.none}>{isAllWell ? t('ui.overview.nothingToDo') : t('ui.overview.nothingFurther')}</p>;
  }
  const why = refusal === null ? null : problemText(refusal, language);
  return (
    <>
      <ul className={styles.list}>
        {why === null ? null : (
          <li className={styles.item}>
            <div className={styles.head}>
              <LogLevelTag level="error" />
              <span className={styles.record}>{t('ui.overview.thisComputer')}</span>
            </div>
            <p>{why.message}</p>
            {why.action ? <p className={styles.action}>{why.action}</p> : null}
          </li>
        )}
        {rows.map((row) => {
          const [target] = targetsOf(row);
          return (
            <li key={row.id} className={styles.item}>
              <div className={styles.head}>
                <LogLevelTag level={row.level} />
                <span className={styles.record}>{row.record}</span>
                <span className={styles.when}>{formats.moment(row.lastAtMs)}</span>
              </div>
              <p>{localized(row.message, language)}</p>
              {row.action ? <p className={styles.action}>{localized(row.action, language)}</p> : null}
              <div className={styles.buttons}>
                {target ? (
                  <Button size="small" onPress={target.open}>
                    {t(`ui.log.open.${target.to}`)}
                  </Button>
                ) : null}
                {row.untilMended ? null : (
                  <Tooltip text={t('ui.overview.seenHelp')}>
                    <Button size="small" variant="quiet" onPress={() => void seen(row.id)}>
                      {t('ui.overview.seen')}
                    </Button>
                  </Tooltip>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {total > rows.length ? (
        <p className={styles.none}>{t('ui.overview.more', { count: total - rows.length })}</p>
      ) : null}
    </>
  );
}
