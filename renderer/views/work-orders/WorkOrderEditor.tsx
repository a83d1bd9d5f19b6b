import { useDeferredValue, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormats } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { AgainBanner } from '../archiving/AgainBanner';
import { CheckPanel } from '../archiving/CheckPanel';
import { LeftOutBanner } from '../work-order-templates/LeftOutBanner';
import { BookedParts } from './BookedParts';
import { CustomerFields } from './CustomerFields';
import { EDITOR_PLACES, goToFirstField } from './editor-places';
import { GoToQuestion } from './GoToQuestion';
import { NotSavedBanners } from './NotSavedBanners';
import { PlanningFields } from './PlanningFields';
import { SaveState } from './SaveState';
import { SentPanel } from './SentPanel';
import { useEditorShortcuts } from './use-editor-shortcuts';
import { WorkFields } from './WorkFields';
import { WorkOrderActions } from './WorkOrderActions';
import styles from './WorkOrderEditor.module.css';
import { WorkOrderStatusTag } from './WorkOrderStatusTag';
import type { WorkOrderEditorStore } from './work-order-editor';

/** One work order: whom and where, what, when, hours, articles, forms. */
export function WorkOrderEditor({ editor, isRestored }: { editor: WorkOrderEditorStore; isRestored: boolean }) {
  const { t } = useTranslation();
  const saved = useStore(editor, (state) => state.saved);
  const problem = useStore(editor, (state) => state.problem);
  const isChanged = useStore(editor, (state) => state.isChanged);
  const isLocked = saved?.status === 'archived';
  useEffect(() => {
    const { saved: existing, readWorkAddresses } = editor.getState();
    void readWorkAddresses(existing === null && !isRestored ? 'main' : undefined);
    // A new work order begins with whom it is for.
    if (existing === null) goToFirstField(editor.getState().customer === null ? 'customer' : 'work');
  }, [editor, isRestored]);
  useEditorShortcuts(editor);
  // What stands below the first screenful is drawn after it, and so are the fields for a moment, which cost as much as all
  // others there: the work order shows sooner.
  const isWholeDrawn = useDeferredValue(true, false);

  return (
    <div className={styles.editor} onBlur={() => editor.getState().leaveField()}>
      <Page
        isHeaderSticky
        title={
          <span className={styles.title}>
            {saved ? t('ui.workOrders.oneWithNumber', { number: saved.number }) : t('ui.workOrders.new')}
            {saved ? <WorkOrderStatusTag status={saved.status} /> : null}
          </span>
        }
        intro={<Intro editor={editor} />}
        actions={<WorkOrderActions editor={editor} />}
      >
        {problem ? (
          <ProblemBanner problem={problem} actions={<GoToQuestion editor={editor} problem={problem} />} />
        ) : null}
        <NotSavedBanners editor={editor} />
        {isRestored && isChanged ? (
          <Banner
            tone="info"
            title={t('ui.workOrders.restored')}
            actions={<Button onPress={editor.getState().discard}>{t('ui.workOrders.discard')}</Button>}
          />
        ) : null}
        {saved ? <LeftOutBanner workOrderId={saved.id} /> : null}
        {saved ? <AgainBanner workOrder={saved} /> : null}
        <CheckPanel editor={editor} />
        {isLocked ? (
          <Banner tone="info" title={t('ui.workOrders.lockedTitle')}>
            {t('ui.workOrders.lockedText')}
          </Banner>
        ) : null}
        {isLocked && saved.queueEntryId !== null ? <SentPanel entryId={saved.queueEntryId} /> : null}
        <div className={styles.columns}>
          <Panel title={t('ui.workOrders.whom')} id={EDITOR_PLACES.customer}>
            <CustomerFields editor={editor} isLocked={isLocked} />
          </Panel>
          <Panel title={t('ui.workOrders.when')} id={EDITOR_PLACES.planning}>
            {isWholeDrawn ? <PlanningFields editor={editor} isLocked={isLocked} /> : null}
          </Panel>
        </div>
        <Panel title={t('ui.workOrders.what')} id={EDITOR_PLACES.work}>
          <WorkFields editor={editor} isLocked={isLocked} />
        </Panel>
        {isWholeDrawn ? <BookedParts editor={editor} isLocked={isLocked} /> : null}
      </Page>
    </div>
  );
}

/** How the saving goes, and where the work order came from or went. */
function Intro({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const saved = useStore(editor, (state) => state.saved);
  const from =
    saved === null
      ? []
      : [
          saved.sourceNumber === null ? '' : t('ui.workOrders.madeFrom', { number: saved.sourceNumber }),
          saved.madeFrom?.kind === 'copy' ? t('ui.workOrders.copyOf', { number: saved.madeFrom.number }) : '',
          saved.madeFrom?.kind === 'template' ? t('ui.workOrders.ofTemplate', { name: saved.madeFrom.name }) : '',
          saved.archivedAtMs === null
            ? ''
            : t('ui.workOrders.archivedAt', { moment: formats.moment(saved.archivedAtMs) }),
        ];
  return (
    <span className={styles.intro}>
      {saved?.status === 'archived' ? null : <SaveState editor={editor} />}
      <span>{from.filter(Boolean).join(' ')}</span>
    </span>
  );
}
