import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { GoToQuestion } from './GoToQuestion';
import { PART_NAMES, type DraftPart, type EditorDraft } from './work-order-draft';
import type { WorkOrderEditorStore } from './work-order-editor';

/** Why something is not saved, and what the office can do about it. What was typed stays on the screen. */
export function NotSavedBanners({ editor }: { editor: WorkOrderEditorStore }) {
  const isGone = useStore(editor, (state) => state.isGone);
  return (
    <>
      {isGone ? <DeletedElsewhere editor={editor} /> : <SaveFailed editor={editor} />}
      <Refused editor={editor} />
      <ChangedElsewhere editor={editor} />
    </>
  );
}

function DeletedElsewhere({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="error"
      title={t('ui.saving.gone')}
      actions={<Button onPress={() => void editor.getState().saveAsNew()}>{t('ui.saving.saveAsNew')}</Button>}
    >
      {t('ui.saving.goneText')}
    </Banner>
  );
}

function SaveFailed({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const problem = useStore(editor, (state) => state.saveProblem);
  const isArchived = useStore(editor, (state) => state.saved?.status === 'archived');
  if (problem === null) return null;
  const { save, discard } = editor.getState();
  const { message, action } =
    problem === 'bug' ? { message: t('ui.saving.bug'), action: null } : problemText(problem, language);
  const triesAgain = problem === 'bug' || problem.kind === 'storage';
  return (
    <Banner
      tone="error"
      title={t('ui.saving.notSaved', { reason: message })}
      actions={
        isArchived ? (
          <Button onPress={discard}>{t('ui.workOrders.discard')}</Button>
        ) : (
          <Button onPress={() => void save()}>{t('ui.action.retry')}</Button>
        )
      }
    >
      {action ? <p>{action}</p> : null}
      {triesAgain ? <p>{t('ui.saving.triesAgain')}</p> : null}
    </Banner>
  );
}

/** Parts that main refuses; the others are saved. */
function Refused({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const held = useStore(editor, (state) => state.held);
  return PART_NAMES.map((part) => {
    const why = held[part];
    if (why === undefined || why === 'changed-elsewhere') return null;
    const { message, action } = problemText(why, language);
    return (
      <Banner
        key={part}
        tone="error"
        title={t('ui.saving.partNotSaved', { part: t(`ui.saving.parts.${part}`), reason: message })}
        actions={<GoToQuestion editor={editor} problem={why} />}
      >
        {action ? <p>{action}</p> : null}
      </Banner>
    );
  });
}

/** The same part was changed here and elsewhere: both are kept until the office chooses, and a choice can be undone. */
function ChangedElsewhere({ editor }: { editor: WorkOrderEditorStore }) {
  const { t } = useTranslation();
  const held = useStore(editor, (state) => state.held);
  const theirs = useStore(editor, (state) => state.base);
  const disputed = PART_NAMES.filter((part) => held[part] === 'changed-elsewhere');
  if (disputed.length === 0) return null;
  const { settle } = editor.getState();
  return (
    <Banner
      tone="warning"
      title={t('ui.saving.elsewhere', { parts: disputed.map((part) => t(`ui.saving.parts.${part}`)).join(', ') })}
      actions={
        <>
          <Button onPress={() => settle('mine')}>{t('ui.saving.keepMine')}</Button>
          <Button onPress={() => settle('theirs')}>{t('ui.saving.takeTheirs')}</Button>
        </>
      }
    >
      <p>{t('ui.saving.elsewhereText')}</p>
      {disputed.map((part) => {
        const text = shownText(theirs, part);
        return text === '' ? null : (
          <p key={part}>{t('ui.saving.elsewhereValue', { part: t(`ui.saving.parts.${part}`), text })}</p>
        );
      })}
    </Banner>
  );
}

/** Texts can be shown in a sentence; rows and moments are seen after the choice, which can be undone. */
function shownText(draft: EditorDraft, part: DraftPart): string {
  switch (part) {
    case 'description':
      return draft.description;
    case 'notes':
      return draft.notes;
    case 'reference':
      return draft.customerReference;
    case 'customer':
    case 'planning':
    case 'times':
    case 'articles':
    case 'forms':
      return '';
  }
}
