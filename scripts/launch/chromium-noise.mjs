/**
 * Chromium writes about everything it misses on a machine without a desktop (system bus, graphics card) to stderr,
 * between the app's own messages. Its lines are known by their prefix, `[pid:date/time:LEVEL:file(line)]`
 * (https://chromium.googlesource.com/chromium/src/+/main/docs/linux/debugging.md), which no message of ours has.
 */
import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** FATAL is not among the levels: that line says why the program is about to end. */
const CHROMIUM_LINE = /^\[\d+(?::\d+)?:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO|VERBOSE\d+):[^\]]+\] /;
const KEPT_LINES = 20;

/**
 * @returns {{ filter: Transform, suppressed: () => string }} A filter for stderr, and the last lines it dropped: worth
 *   reading after a crash.
 */
export function chromiumNoiseFilter() {
  const decoder = new StringDecoder('utf8');
  /** @type {string[]} */
  const dropped = [];
  let rest = '';
  const keep = (/** @type {string} */ line) => {
    if (!CHROMIUM_LINE.test(line)) return true;
    dropped.push(line);
    if (dropped.length > KEPT_LINES) dropped.shift();
    return false;
  };
  const filter = new Transform({
    transform(chunk, _encoding, done) {
      const lines = (rest + decoder.write(chunk)).split(/(?<=\n)/);
      rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '');
      // What cannot become such a line any more is not held back: a prompt, a percentage.
      if (rest !== '' && !rest.startsWith('[')) {
        lines.push(rest);
        rest = '';
      }
      done(null, lines.filter(keep).join(''));
    },
    flush(done) {
      done(null, keep(rest) ? rest : '');
    },
  });
  return { filter, suppressed: () => dropped.join('') };
}
