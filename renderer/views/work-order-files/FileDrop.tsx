import { useState, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import styles from './FileDrop.module.css';
import { filesIn } from './use-pasted-files';

type Props = {
  label: string;
  isDisabled?: boolean;
  onFiles: (files: readonly File[]) => void;
  className: string | undefined;
  children: ReactNode;
};

/**
 * Where files are dropped, or pasted while something in it has the focus. By hand, not by a library: those know files of
 * the file manager only, and a picture that is dragged or pasted from another program is none.
 */
export function FileDrop({ label, isDisabled = false, onFiles, className, children }: Props) {
  const [isOver, setIsOver] = useState(false);
  const take = (event: { readonly preventDefault: () => void }, data: DataTransfer) => {
    const files = filesIn(data);
    if (isDisabled || files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div
      role="group"
      aria-label={label}
      className={classNames(className, isOver && styles.over)}
      onPaste={(event) => take(event, event.clipboardData)}
      onDragOver={(event) => {
        if (isDisabled || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        setIsOver(false);
        take(event, event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
}
