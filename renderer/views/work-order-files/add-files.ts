import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';
import { takeIn } from './take-in';

export interface AddedFiles {
  readonly added: readonly WorkOrderFile[];
  /** Why each of the others was not taken in. */
  readonly problems: readonly Problem[];
}

/** Adds files to a work order one after the other, for a question of a form or for the work order itself. */
export async function addFiles(
  files: readonly File[],
  workOrderId: number,
  questionId: string | null,
): Promise<AddedFiles> {
  const added: WorkOrderFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const taken = await takeIn(file);
    if (taken === null) {
      problems.push({ kind: 'invalid-input', code: 'file-not-readable', params: { file: file.name } });
      continue;
    }
    const outcome = await api.workOrderFiles.add({ ...taken, workOrderId, questionId });
    if (outcome.ok) added.push(outcome.value);
    else problems.push(outcome.problem);
  }
  return { added, problems };
}
