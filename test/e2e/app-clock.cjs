/**
 * Loaded before the app in its main process: from here on that process has a clock of its own, as APP_CLOCK says.
 * Threads, screens and the waits inside Node keep the time of the computer.
 */
const { startsAtMs, timesAsFast } = JSON.parse(process.env.APP_CLOCK);
const real = { nowMs: performance.now.bind(performance), setTimeout: globalThis.setTimeout };
const beganMs = real.nowMs();
const passedMs = () => (real.nowMs() - beganMs) * timesAsFast;

Date.now = () => Math.floor(startsAtMs + passedMs());
performance.now = () => beganMs + passedMs();
globalThis.setTimeout = (work, ms = 0, ...args) => real.setTimeout(work, ms / timesAsFast, ...args);
