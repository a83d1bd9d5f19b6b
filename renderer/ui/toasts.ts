import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import type { Tone } from './tone';

/** Something that can be done about what the toast says; it closes the toast. */
export type ToastAction = { readonly label: string; readonly onPress: () => void };

export type ToastContent = { readonly tone: Tone; readonly text: string; readonly action?: ToastAction | undefined };

/** Long enough to read; errors stay until they are closed. */
const SHOWN_MS = 6_000;

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says that something was done, or why not. For what must stay in view use a Banner. Returns how to take it away. */
export function showToast(tone: Tone, text: string, action?: ToastAction): () => void {
  const key = toastQueue.add({ tone, text, action }, tone === 'error' ? undefined : { timeout: SHOWN_MS });
  return () => toastQueue.close(key);
}
