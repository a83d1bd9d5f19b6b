import { expect, it } from 'vitest';
import { autostartEntry } from '../../../main/platform/autostart-entry';

const execLine = (...command: string[]) =>
  autostartEntry('Simon Koppel', command)
    .split('\n')
    .find((line) => line.startsWith('Exec='));

it('names the program and its arguments each in quotes', () => {
  expect(execLine('/opt/Simon Koppel/simon-koppel', '--hidden')).toBe(
    'Exec="/opt/Simon Koppel/simon-koppel" "--hidden"',
  );
});

it('escapes what a desktop would read as its own signs', () => {
  // Once for the quotes of the argument, once more because the whole is a string of the file.
  expect(execLine('/opt/a"b', '/data/$HOME', '/data/100%', 'c\\d')).toBe(
    String.raw`Exec="/opt/a\\"b" "/data/\\$HOME" "/data/100%%" "c\\\\d"`,
  );
});
