import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import type { Tone } from './tone';

export type ToastContent = { readonly tone: Tone; readonly text: string };

/** Long enough to read; errors stay until they are closed. */
const SHOWN_MS = 6_000;

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says that something was done, or why not. For what must stay in view use a Banner. */
export function showToast(tone: Tone, text: string): void {
  toastQueue.add({ tone, text }, tone === 'error' ? undefined : { timeout: SHOWN_MS });
}
