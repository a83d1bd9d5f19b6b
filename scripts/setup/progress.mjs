/**
 * The progress of set-up: one line per step with what is done and how long it took, a moving percentage on a terminal.
 * Everything goes to stderr, because stdout belongs to the program that set-up makes way for.
 */
import { cursorTo, clearLine } from 'node:readline';

const TICK_MS = 200;
/** What stands around the label: the indent, dots, percentage and seconds. */
const PROGRESS_COLUMNS = 24;

/**
 * @typedef {object} Step
 * @property {(fraction: number) => void} fraction Reports how much of the step is done, from 0 to 1.
 */

/**
 * @typedef {object} Progress
 * @property {<T>(label: string, work: (step: Step) => Promise<T> | T) => Promise<T>} step
 *   Runs one step, prints its line and its duration, and returns (or throws) what the work does.
 * @property {(text: string) => void} note Prints one line that is not a step.
 */

/**
 * @param {NodeJS.WriteStream} stream
 * @returns {Progress}
 */
export function createProgress(stream = process.stderr) {
  return {
    async step(label, work) {
      const startedAtMs = performance.now();
      let percentage = '';
      const seconds = () => `${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`;
      const draw = () => {
        cursorTo(stream, 0);
        // A line that wraps could not be drawn over.
        const room = Math.max(0, stream.columns - PROGRESS_COLUMNS);
        stream.write(`  ${label.slice(0, room)} ... ${percentage}${seconds()}`);
        clearLine(stream, 1);
      };
      stream.write(`  ${label} ... `);
      const ticker = stream.isTTY ? setInterval(draw, TICK_MS) : undefined;
      const finish = (/** @type {string} */ outcome) => {
        clearInterval(ticker);
        if (stream.isTTY) {
          cursorTo(stream, 0);
          clearLine(stream, 0);
          stream.write(`  ${label} ... `);
        }
        stream.write(`${outcome} (${seconds()})\n`);
      };
      try {
        const result = await work({
          fraction: (fraction) => {
            percentage = `${Math.min(99, Math.floor(fraction * 100))}% `;
          },
        });
        finish('done');
        return result;
      } catch (error) {
        finish('failed');
        throw error;
      }
    },
    note(text) {
      stream.write(`  ${text}\n`);
    },
  };
}
