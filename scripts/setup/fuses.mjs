/**
 * Sets fuses: switches that sit as plain characters inside the Electron program, behind a sentinel text.
 * Layout and numbers: https://www.electronjs.org/docs/latest/tutorial/fuses
 */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const HEADER_BYTES = SENTINEL.length + 2;

/** The numbers of the fuses that set-up touches. */
export const FUSE = { nodeCliInspectArguments: 3, loadBrowserProcessSpecificV8Snapshot: 6 };

/**
 * @param {Buffer} program The bytes of the Electron program; changed in place.
 * @param {Readonly<Record<number, boolean>>} wanted On or off, by fuse number.
 * @throws {Error} When the program has no fuses or not that many.
 */
export function setFuses(program, wanted) {
  const at = program.indexOf(SENTINEL);
  if (at === -1) throw new Error('the Electron program has no fuses');
  const count = program[at + SENTINEL.length + 1];
  for (const [number, on] of Object.entries(wanted)) {
    if (Number(number) >= count) throw new Error(`the Electron program has no fuse ${number}`);
    program[at + HEADER_BYTES + Number(number)] = (on ? '1' : '0').charCodeAt(0);
  }
}
