import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRow } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { DetailPanel } from '../../ui/DetailPanel';
import { Facts } from '../../ui/Facts';
import { SupportIcon } from '../../ui/icons';
import { useLogStore } from '../log/log-store';
import { SupportTextDialog } from '../log/SupportTextDialog';
import { usePackageLabel } from '../queue/use-package-label';
import { RunDocuments } from './RunDocuments';
import { RunResultTag } from './RunResultTag';
import { RunTables } from './RunTables';

/** One run in full: its tables, its documents, and the way to its messages. */
export function RunDetail({ run, onClose }: { run: RunRow; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const labelOf = usePackageLabel();
  const showRun = useLogStore((store) => store.showRun);
  const [isForSupport, setIsForSupport] = useState(false);
  const problem = run.problem === null ? null : problemText(run.problem, language);
  return (
    <DetailPanel
      title={formats.moment(run.startedAtMs)}
      onClose={onClose}
      actions={
        <>
          <Button icon={SupportIcon} onPress={() => setIsForSupport(true)}>
            {t('ui.support.button')}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              showRun({ id: run.id, startedAtMs: run.startedAtMs });
              navigate('log');
            }}
          >
            {t('ui.run.messages')}
          </Button>
        </>
      }
    >
      <div>
        <RunResultTag result={run.result} />
      </div>
      {problem === null ? null : (
        <section>
          <h3>{t('ui.sync.problem')}</h3>
          <p>{problem.message}</p>
          {problem.action ? <p>{problem.action}</p> : null}
        </section>
      )}
      <Facts
        facts={[
          ...(run.package === null ? [] : [{ label: t('ui.run.package'), value: labelOf(run.package) }]),
          { label: t('ui.run.trigger'), value: t(`ui.run.triggers.${run.occasion ?? run.trigger}`) },
          { label: t('ui.run.startedAt'), value: formats.momentExact(run.startedAtMs), isNumber: true },
          ...(run.endedAtMs === null
            ? []
            : [
                {
                  label: t('ui.run.duration'),
                  value: formats.duration(run.endedAtMs - run.startedAtMs),
                  isNumber: true,
                },
              ]),
          { label: t('ui.run.calls'), value: formats.count(run.calls), isNumber: true },
        ]}
      />
      <section>
        <h3>{t('ui.run.tables')}</h3>
        {run.resources.length === 0 ? <p>{t('ui.run.noTables')}</p> : <RunTables run={run} />}
      </section>
      <section>
        <h3>{t('ui.run.documents')}</h3>
        <RunDocuments runId={run.id} />
      </section>
      {isForSupport ? <SupportTextDialog about={{ runId: run.id }} onClose={() => setIsForSupport(false)} /> : null}
    </DetailPanel>
  );
}
