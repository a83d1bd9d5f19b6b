import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatMinutes } from '../../i18n/minutes-input';
import { Panel } from '../../ui/Panel';
import { useWantedField } from '../archiving/use-wanted-field';
import { FilesPanel } from '../work-order-files/FilesPanel';
import { ArticleLines } from './ArticleLines';
import { EDITOR_PLACES } from './editor-places';
import type { EditorProps } from './editor-props';
import { FormsFields } from './FormsFields';
import { SignaturePanel } from './SignaturePanel';
import { TimeEntries } from './TimeEntries';

/** What was done: hours, articles, forms, signature, files. Once they are there, every field can be gone to. */
export function BookedParts({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const times = useStore(editor, (state) => state.draft.times);
  const workOrderId = useStore(editor, (state) => state.saved?.id ?? null);
  const minutes = times.reduce((total, entry) => total + entry.minutes, 0);
  useWantedField(editor);
  return (
    <>
      <Panel
        id={EDITOR_PLACES.times}
        title={
          minutes === 0 ? t('ui.workOrders.times') : t('ui.workOrders.timesTotal', { duration: formatMinutes(minutes) })
        }
      >
        <TimeEntries editor={editor} isLocked={isLocked} />
      </Panel>
      <Panel title={t('ui.nav.articles')} id={EDITOR_PLACES.articles}>
        <ArticleLines editor={editor} isLocked={isLocked} />
      </Panel>
      <Panel title={t('ui.workOrders.forms')} id={EDITOR_PLACES.forms}>
        <FormsFields editor={editor} isLocked={isLocked} />
      </Panel>
      <SignaturePanel editor={editor} isLocked={isLocked} />
      <FilesPanel workOrderId={workOrderId} isLocked={isLocked} />
    </>
  );
}
