import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';
import { takeIn } from './take-in';

export interface AddedFiles {
  readonly added: readonly WorkOrderFile[];
  /** Why each of the others was not taken in. */
  readonly problems: readonly Problem[];
}

export interface FilesHomePlace {
  readonly workOrderId: number;
  /** The question of a form that they answer; null: they belong to the work order itself. */
  readonly questionId: string | null;
}

/**
 * Adds files to a work order one after the other. Stops after the file that is under way when `signal` says so: what was
 * added until then stays. `onDone` hears how many were dealt with.
 */
export async function addFiles(
  files: readonly File[],
  { workOrderId, questionId }: FilesHomePlace,
  { signal, onDone }: { readonly signal: AbortSignal; readonly onDone: (count: number) => void },
): Promise<AddedFiles> {
  const added: WorkOrderFile[] = [];
  const problems: Problem[] = [];
  for (const [index, file] of files.entries()) {
    if (signal.aborted) break;
    const taken = await takeIn(file);
    const outcome = taken.ok ? await api.workOrderFiles.add({ ...taken.value, workOrderId, questionId }) : taken;
    if (outcome.ok) added.push(outcome.value);
    else problems.push(outcome.problem);
    onDone(index + 1);
  }
  return { added, problems };
}
