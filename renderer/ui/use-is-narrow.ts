import { useSyncExternalStore } from 'react';

/** Below this width the main menu shows its icons only: the same as in shell/Navigation.module.css. */
const NARROW = '(max-width: 52rem)';

const subscribe = (onChange: () => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** Whether the window is narrow, or its screens are drawn large. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
