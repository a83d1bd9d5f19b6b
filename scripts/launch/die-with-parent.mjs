/**
 * On Linux: lets a program end with the process that starts it, even when that is killed without a chance to say so.
 * Elsewhere there is no such thing; there the program goes on, as it would after any killed launcher.
 */
import { existsSync } from 'node:fs';

const SETPRIV = '/usr/bin/setpriv';

/**
 * @param {'KILL' | 'TERM'} signal What the program gets when its parent dies.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {[string, string[]]} What to spawn; the program keeps its process id, because setpriv makes way for it.
 */
export function dieWithParent(signal, program, args) {
  if (process.platform !== 'linux' || !existsSync(SETPRIV)) return [program, [...args]];
  return [SETPRIV, ['--pdeathsig', signal, program, ...args]];
}
