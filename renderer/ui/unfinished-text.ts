import { useEffect, useRef } from 'react';

/** A text that means nothing yet, such as half a time: kept by who uses the field, so that it outlives the screen. */
export interface UnfinishedText {
  /** What was left; null when nothing was. */
  readonly left: string | null;
  /** Null: the text means something again. */
  readonly keep: (text: string | null) => void;
}

/** Tells who keeps the text what it is now; null when it means something. */
export function useKeptUnfinished(unfinished: UnfinishedText | undefined, text: string | null): void {
  const keep = useRef(unfinished?.keep);
  useEffect(() => {
    keep.current = unfinished?.keep;
  });
  useEffect(() => keep.current?.(text), [text]);
}
