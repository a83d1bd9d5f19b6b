/**
 * Runs one program in the foreground, as if it had been started in our place: same stdin and stdout, same exit code,
 * signals handed on, and gone when we are gone.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { watchAncestors } from './ancestry.mjs';
import { chromiumNoiseFilter } from './chromium-noise.mjs';
import { dieWithParent } from './die-with-parent.mjs';

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const CRASHES = ['SIGSEGV', 'SIGABRT', 'SIGTRAP', 'SIGBUS', 'SIGILL', 'SIGFPE'];

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, filterChromium?: boolean }} options `env` is added to
 *   our own; undefined takes a variable away.
 * @returns {Promise<number>} The exit code; 128 + its number when a signal ended the program, as shells do.
 */
export async function runInForeground(program, args, options) {
  const noise = options.filterChromium && process.env.SIMON_KOPPEL_VERBOSE !== '1' ? chromiumNoiseFilter() : undefined;
  const child = spawn(...dieWithParent('KILL', program, args), {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['inherit', 'inherit', noise ? 'pipe' : 'inherit'],
  });
  if (noise) child.stderr?.pipe(noise.filter).pipe(process.stderr, { end: false });
  const release = tieTo(child);
  try {
    const [code, signal] = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (...outcome) => resolve(outcome));
    });
    if (signal === null) return code;
    if (CRASHES.includes(signal))
      process.stderr.write(`${noise?.suppressed() ?? ''}The program crashed (${signal}).\n`);
    return 128 + constants.signals[signal];
  } finally {
    release();
  }
}

/**
 * Ties the child's life to ours: it gets the signals we get, and ends with the one who started us (npm, a test).
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void}
 */
function tieTo(child) {
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    // Ctrl-C at a terminal reaches the child by itself.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const kill = () => child.kill('SIGKILL');
  const release = watchAncestors({ onStopped: () => child.kill('SIGTERM'), onKilled: kill });
  process.on('exit', kill);
  for (const signal of FORWARDED) process.on(signal, forward);
  return () => {
    release();
    process.off('exit', kill);
    for (const signal of FORWARDED) process.off(signal, forward);
  };
}
