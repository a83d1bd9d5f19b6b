import { classNames } from '../../ui/class-names';
import { Spinner } from '../../ui/Spinner';
import type { FileKind } from '../../../preload/contract/work-order-files';
import styles from './Picture.module.css';
import { useFileUrl } from './use-file-url';

type Props = { id: number; kind: FileKind; alt: string; isSmall?: boolean };

/** A photo or a signature, as large as its place; `isSmall` where many show at once. */
export function PictureById({ id, kind, alt, isSmall = false }: Props) {
  const url = useFileUrl({ id, kind }, isSmall);
  if (url === null) return <Spinner />;
  return <img className={classNames(styles.picture, kind === 'signature' && styles.onPaper)} src={url} alt={alt} />;
}
