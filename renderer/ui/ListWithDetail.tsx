import { useRef, type ReactNode } from 'react';
import styles from './ListWithDetail.module.css';
import { useFocusBack } from './use-focus-back';

type Props = {
  list: ReactNode;
  detail: ReactNode;
  /** Closes what is opened beside the list; Escape does so from the list as well. */
  onClose: () => void;
};

/** A list that fills the screen, with the opened row beside it. */
export function ListWithDetail({ list, detail, onClose }: Props) {
  const area = useRef<HTMLDivElement>(null);
  useFocusBack(area);
  return (
    <div className={styles.split}>
      <div
        ref={area}
        tabIndex={-1}
        className={styles.list}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented && detail) onClose();
        }}
      >
        {list}
      </div>
      {detail}
    </div>
  );
}
