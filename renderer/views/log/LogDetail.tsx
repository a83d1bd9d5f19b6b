import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRow } from '../../../preload/contract/views';
import { localized } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { DetailPanel } from '../../ui/DetailPanel';
import { Facts } from '../../ui/Facts';
import { SupportIcon } from '../../ui/icons';
import { LogLevelTag } from './LogLevelTag';
import { LogMoments } from './LogMoments';
import { targetsOf } from './log-targets';
import { SupportTextDialog } from './SupportTextDialog';

/** One message in full. */
export function LogDetail({ row, onClose }: { row: LogRow; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const [isForSupport, setIsForSupport] = useState(false);
  return (
    <DetailPanel
      title={row.record === '' ? t(`ui.log.table.${row.table}`) : row.record}
      onClose={onClose}
      actions={
        <>
          <Button icon={SupportIcon} onPress={() => setIsForSupport(true)}>
            {t('ui.support.button')}
          </Button>
          {targetsOf(row)
            .map(({ to, open }, index) => (
              <Button key={to} variant={index === 0 ? 'primary' : 'secondary'} onPress={open}>
                {t(`ui.log.open.${to}`)}
              </Button>
            ))
            .toReversed()}
        </>
      }
    >
      <div>
        <LogLevelTag level={row.level} />
      </div>
      <section>
        <h3>{t('ui.log.column.message')}</h3>
        <p>{localized(row.message, language)}</p>
      </section>
      <section>
        <h3>{t('ui.log.column.action')}</h3>
        <p>{row.action ? localized(row.action, language) : t('ui.log.noAction')}</p>
      </section>
      <Facts
        facts={[
          { label: t('ui.log.column.table'), value: t(`ui.log.table.${row.table}`) },
          { label: t('ui.log.lastAt'), value: formats.momentExact(row.lastAtMs), isNumber: true },
          ...(row.count > 1
            ? [
                { label: t('ui.log.firstAt'), value: formats.momentExact(row.firstAtMs), isNumber: true },
                { label: t('ui.log.repeats'), value: formats.count(row.count), isNumber: true },
              ]
            : []),
        ]}
      />
      {row.count > 1 ? (
        <section>
          <Button size="small" onPress={() => setIsUnfolded(!isUnfolded)}>
            {t(isUnfolded ? 'ui.log.fold' : 'ui.log.unfold')}
          </Button>
          {isUnfolded ? <LogMoments row={row} /> : null}
        </section>
      ) : null}
      {isForSupport ? <SupportTextDialog about={{ ids: [row.id] }} onClose={() => setIsForSupport(false)} /> : null}
    </DetailPanel>
  );
}
