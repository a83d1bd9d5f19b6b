import { classNames } from '../../ui/class-names';
import { Spinner } from '../../ui/Spinner';
import type { FileKind } from '../../../preload/contract/work-order-files';
import styles from './Picture.module.css';
import { useFileUrl } from './use-file-url';

/** A photo or a signature, as large as its place. */
export function PictureById({ id, kind, alt }: { id: number; kind: FileKind; alt: string }) {
  const url = useFileUrl({ id, kind });
  if (url === null) return <Spinner />;
  return <img className={classNames(styles.picture, kind === 'signature' && styles.onPaper)} src={url} alt={alt} />;
}
