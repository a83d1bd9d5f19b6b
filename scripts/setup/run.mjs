/**
 * Runs one program of set-up and keeps its output out of sight, so that progress stays one line per step;
 * the end of that output comes back with a failure, where it is needed.
 */
import { spawn } from 'node:child_process';

const KEPT_OUTPUT_BYTES = 8_000;

/**
 * @typedef {object} RunResult
 * @property {number} exitCode The program's own exit code; 127 when it could not be started; 124 when it ran too long.
 * @property {string} stdout Everything printed on stdout.
 * @property {string} tail The last lines of stdout and stderr together, for a message.
 */

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, shell?: boolean }} [options]
 * @returns {Promise<RunResult>} Never rejects.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let tail = '';
    let timedOut = false;
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      tail = (tail + text).slice(-KEPT_OUTPUT_BYTES);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      tail = (tail + text).slice(-KEPT_OUTPUT_BYTES);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ exitCode: 127, stdout, tail: tail + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ exitCode: timedOut ? 124 : (code ?? 1), stdout, tail: tail.trim() });
    });
  });
}
