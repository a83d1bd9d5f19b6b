import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { classNames } from '../../ui/class-names';
import { Spinner } from '../../ui/Spinner';
import styles from './Picture.module.css';
import { useFileUrl } from './use-file-url';

/** A photo or a signature, as large as its place. Its caption stands for it. */
export function Picture({ file }: { file: WorkOrderFile }) {
  const url = useFileUrl(file);
  if (url === null) return <Spinner />;
  return (
    <img
      className={classNames(styles.picture, file.kind === 'signature' && styles.onPaper)}
      src={url}
      alt={file.caption || file.name}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
    />
  );
}
