/** What the office does with a paper that was made. Each tells what came of it, or returns why it did not work. */
import type { TFunction } from 'i18next';
import type { Problem } from '../../../preload/contract/model';
import { MAX_PRINTED_PAGES, type Paper } from '../../../preload/contract/papers';
import { api } from '../../api';
import { showToast } from '../../ui/toasts';

export async function savePaper({ id }: Paper, t: TFunction): Promise<Problem | null> {
  const outcome = await api.papers.save(id);
  if (outcome === null) return null;
  if (!outcome.ok) return outcome.problem;
  showToast('success', t('ui.pdf.saved', { file: outcome.value.file }));
  return null;
}

export async function openPaper({ id }: Paper): Promise<Problem | null> {
  const outcome = await api.papers.open(id);
  return outcome.ok ? null : outcome.problem;
}

export async function printPaper({ fileName, bytes }: Paper, t: TFunction): Promise<Problem | null> {
  // Read by few, and not at every start.
  const { pagePictures } = await import('./page-pictures');
  const pages = await pagePictures(bytes);
  if (pages.length > MAX_PRINTED_PAGES) {
    const params = { count: pages.length, max: MAX_PRINTED_PAGES };
    return { kind: 'blocked', code: 'too-many-pages', params };
  }
  const outcome = await api.papers.print({ name: fileName, pages: [...pages] });
  if (!outcome.ok) return outcome.problem;
  if (outcome.value.printed) showToast('success', t('ui.pdf.printed'));
  return null;
}
