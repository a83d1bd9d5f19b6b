import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { PictureById } from './PictureById';

/** A photo of which all is known: its caption stands for it. */
export function Picture({ file: { id, kind, caption, name }, isSmall }: { file: WorkOrderFile; isSmall: boolean }) {
  return <PictureById id={id} kind={kind} alt={caption || name} isSmall={isSmall} />;
}
