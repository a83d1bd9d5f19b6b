import { useEffect, useState } from 'react';
import { companyOfPage } from '../../../preload/contract/page-address';
import { api } from '../../api';
import { replaceRoute } from '../../shell/use-route';
import { forgetTyping, keepTyping, keptTyping, type JournalKey } from './typing-journal';
import { toCall } from './work-order-draft';
import { createWorkOrderEditor, hasUnfinished, type WorkOrderEditorStore } from './work-order-editor';

/**
 * Editors that are on screen, or were left with something that is not saved yet. They outlive their screen: they go on
 * trying to save, and whoever comes back finds what was typed.
 */
interface Opening {
  readonly editor: WorkOrderEditorStore;
  /** The same for as long as the editor is there, also when its work order gets a number. */
  readonly screenKey: string;
  isOnScreen: boolean;
}

const openings = new Map<JournalKey, Opening>();
let newOnes = 0;

const companyId = (): string => companyOfPage(window.location.href);
const keyOf = (opening: Opening): JournalKey | undefined =>
  [...openings].find(([, candidate]) => candidate === opening)?.[0];

/** React's key for the screen of a work order: an editor that is open keeps its screen when it gets a number. */
export const screenKey = (key: JournalKey): string =>
  openings.get(key)?.screenKey ?? (key === 'new' ? `new-${newOnes}` : String(key));

function open(key: JournalKey, editor: WorkOrderEditorStore): Opening {
  const opening: Opening = { editor, screenKey: screenKey(key), isOnScreen: false };
  if (key === 'new') newOnes += 1;
  openings.set(key, opening);
  editor.subscribe(({ draft, base, saved, isChanged, isGone }, before) => {
    const here = keyOf(opening);
    if (here === undefined) return;
    if (saved !== null && here !== saved.id) getsNumber(opening, here, saved.id);
    else if (draft !== before.draft || base !== before.base || isGone !== before.isGone) {
      if (isChanged && !isGone) keepTyping(companyId(), here, { draft: toCall(draft), base: toCall(base) });
      else forgetTyping(companyId(), here);
      if (!isChanged && !opening.isOnScreen && !hasUnfinished(editor.getState())) openings.delete(here);
    }
  });
  return opening;
}

/** Saved for the first time, or anew after it was deleted: from now on it is that work order, where it is on screen too. */
function getsNumber(opening: Opening, before: JournalKey, id: number): void {
  openings.delete(before);
  openings.set(id, opening);
  forgetTyping(companyId(), before);
  const { draft, base, isChanged } = opening.editor.getState();
  if (isChanged) keepTyping(companyId(), id, { draft: toCall(draft), base: toCall(base) });
  if (opening.isOnScreen) replaceRoute('work-orders', id);
  else if (!isChanged) openings.delete(id);
}

/**
 * The editor of a work order: the one that was left with something unsaved (`isRestored`), or what `make` makes; null as
 * long as that makes nothing, because the work order is not read yet.
 */
export function useEditor(
  key: JournalKey,
  make: () => WorkOrderEditorStore | null,
): { readonly editor: WorkOrderEditorStore; readonly isRestored: boolean } | null {
  const [first, setOpened] = useState(() => show(key, make));
  const opened = first ?? show(key, make);
  if (first === null && opened !== null) setOpened(opened);
  const opening = opened?.opening;
  useEffect(() => {
    if (opening === undefined) return;
    opening.isOnScreen = true;
    return () => {
      opening.isOnScreen = false;
      void leave(opening);
    };
  }, [opening]);
  return opened === null ? null : { editor: opened.opening.editor, isRestored: opened.isRestored };
}

function show(key: JournalKey, make: () => WorkOrderEditorStore | null) {
  const left = openings.get(key);
  const editor = left?.editor ?? make();
  if (editor === null) return null;
  const opening = left ?? open(key, editor);
  opening.isOnScreen = true;
  return { opening, isRestored: left?.editor.getState().isChanged ?? false };
}

/** The screen is left: saves what can be saved, and lets go of an editor that has nothing more to do. */
async function leave(opening: Opening): Promise<void> {
  await opening.editor.getState().save();
  const key = keyOf(opening);
  const state = opening.editor.getState();
  if (key !== undefined && !opening.isOnScreen && !state.isChanged && !hasUnfinished(state)) openings.delete(key);
}

/** Saves at once whatever is not saved yet, on screen or left. */
export async function saveAll(): Promise<void> {
  await Promise.all([...openings.values()].map(({ editor }) => editor.getState().save()));
}

/** How many work orders have changes that are not saved, on screen or left. */
export const unsavedCount = (): number =>
  [...openings.values()].filter(({ editor }) => editor.getState().isChanged).length;

/**
 * Takes up what was typed before the page ended by itself, and saves it. Returns the numbers of the work orders that have
 * it now; a new one that got no number yet is found again under Nieuwe werkbon.
 */
export async function restoreTyping(): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (const [key, typing] of keptTyping(companyId())) {
    const detail = key === 'new' ? null : await api.workOrders.get(key);
    if (openings.has(key)) continue;
    if (key !== 'new' && (detail === null || detail.status === 'archived')) {
      forgetTyping(companyId(), key);
      continue;
    }
    const { editor } = open(key, createWorkOrderEditor(detail, null));
    editor.getState().restore(typing);
    await editor.getState().save();
    const { saved, isChanged } = editor.getState();
    if (saved !== null && !isChanged) numbers.push(saved.number);
  }
  return numbers;
}

/** Forgets what was left unsaved; each test starts without. */
export function forgetUnsaved(): void {
  openings.forEach(({ editor }) => editor.getState().tellGone());
  openings.clear();
  localStorage.clear();
}
