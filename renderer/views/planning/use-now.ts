import { useEffect, useState } from 'react';
import { MINUTE_MS } from '../../i18n/office-clock';

/** The present moment (UTC ms), anew each minute. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
