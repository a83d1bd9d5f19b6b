/** One set-up or build of this checkout at a time: two starts at once must not both run `npm ci`. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { ROOT } from './checkout.mjs';
import { withLock } from './lock.mjs';

/** Longer than a cold set-up on a slow line. */
const PATIENCE_MS = 20 * 60_000;

/**
 * @template T
 * @param {'setup' | 'build'} purpose
 * @param {import('./progress.mjs').Progress} progress
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function withCheckoutLock(purpose, progress, work) {
  // Outside the checkout: npm ci removes node_modules, and a build empties out.
  const name = `${createHash('sha256').update(ROOT).digest('hex').slice(0, 16)}-${purpose}`;
  const onWait = (/** @type {number} */ pid) => progress.note(`Waiting for process ${pid}, which does the same here.`);
  return withLock(join(cacheFolder(), 'locks', name), { patienceMs: PATIENCE_MS, onWait }, work);
}
