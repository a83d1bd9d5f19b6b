/** How to start npm from a script. */

/**
 * The very npm that started us when there is one, else the one on the PATH
 * (a .cmd file on Windows, which Node starts only through a shell).
 *
 * @returns {{ program: string, leadingArgs: string[], shell: boolean }}
 */
export function npmProgram() {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith('npm-cli.js')) return { program: process.execPath, leadingArgs: [npmCli], shell: false };
  return { program: 'npm', leadingArgs: [], shell: process.platform === 'win32' };
}
