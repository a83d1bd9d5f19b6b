/** Text of the file that starts a program with a Linux desktop. Pure. */

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * One argument of an `Exec` line: in quotes, with `"`, backtick, `$` and backslash escaped (twice, because the value is a
 * string of the file as well), and `%` doubled.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/gu, (sign) => `\\${sign}`);
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
}
