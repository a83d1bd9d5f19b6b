import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, readCommandLine } from '../../../main/cli/command-line';
import { textOf } from '../../../main/log/catalogue';

const commandOf = (...args: string[]) => {
  const line = readCommandLine(args);
  return line.ok ? line.value.command : line.problem.sentence;
};

describe('a command line', () => {
  it.each([
    [['manifest', 'snelstart'], { name: 'manifest', package: 'snelstart' }],
    [['activate'], { name: 'activate', wipe: false, login: false }],
    [['activate', '--wipe'], { name: 'activate', wipe: true, login: false }],
    [['activate', '--login'], { name: 'activate', wipe: false, login: true }],
    [['import', 'bonnen.json'], { name: 'import', file: 'bonnen.json', dryRun: false }],
    [['import', '--dry-run', 'uren.csv'], { name: 'import', file: 'uren.csv', dryRun: true }],
    [['ready', '1001'], { name: 'ready', selection: { all: false, number: '1001' } }],
    [['ready', '--all'], { name: 'ready', selection: { all: true } }],
    [['archive', '1001'], { name: 'archive', selection: { all: false, number: '1001' }, wait: true }],
    [['archive', '--all', '--no-wait'], { name: 'archive', selection: { all: true }, wait: false }],
    [['queue'], { name: 'queue', task: { kind: 'list' } }],
    [['queue', 'show', '1001'], { name: 'queue', task: { kind: 'show', number: '1001' } }],
    [['queue', 'export', 'bonnen.csv'], { name: 'queue', task: { kind: 'export', file: 'bonnen.csv' } }],
    [['queue', 'show'], 'argument-missing'],
    [['queue', 'shwo', '1001'], 'argument-too-many'],
    [['log'], { name: 'log', limit: 500 }],
    [['log', '--limit', '20'], { name: 'log', limit: 20 }],
    [['deactivate'], { name: 'deactivate' }],
    [['companies'], { name: 'companies', add: null }],
    [['companies', 'add', 'Jansen België'], { name: 'companies', add: 'Jansen België' }],
  ])('%j is understood', (args, command) => {
    expect(commandOf(...args)).toEqual(command);
  });

  it('synchronises everything, or what is named; articles come with their groups', () => {
    const resources = (...args: string[]) => commandOf('sync', ...args);
    expect(resources()).toEqual({
      name: 'sync',
      resources: ['customers', 'articleGroups', 'articles', 'orders'],
      cleanUp: false,
      confirmCleanUp: false,
      wait: true,
    });
    expect(resources('--clean-up')).toMatchObject({ cleanUp: true, confirmCleanUp: false });
    expect(resources('--confirm-clean-up')).toMatchObject({ cleanUp: true, confirmCleanUp: true });
    expect(resources('--only', 'orders, articles')).toMatchObject({
      resources: ['articleGroups', 'articles', 'orders'],
    });
    expect(resources('--only=customers', '--no-wait')).toEqual({
      name: 'sync',
      resources: ['customers'],
      cleanUp: false,
      confirmCleanUp: false,
      wait: false,
    });
  });

  it('has the common options anywhere', () => {
    const args = ['--data', '/d', '--company', 'Jansen', 'status', '--json', '--endpoints', 'e.json', '--practice'];
    expect(readCommandLine(args)).toEqual({
      ok: true,
      value: {
        command: { name: 'status' },
        json: true,
        dataFolder: '/d',
        endpointsFile: 'e.json',
        practice: true,
        company: 'Jansen',
      },
    });
  });

  it.each([
    [[], 'no-command'],
    [['--json'], 'no-command'],
    [['companies', 'add'], 'argument-missing'],
    [['companies', 'remove', 'Jansen'], 'argument-too-many'],
    [['companies', 'add', 'Jansen', 'BV'], 'argument-too-many'],
    [['synchronise'], 'unknown-command'],
    [['constructor'], 'unknown-command'],
    [['status', '--only', 'customers'], 'wrong-option'],
    [['status', '--data'], 'wrong-option'],
    [['import'], 'argument-missing'],
    [['manifest'], 'argument-missing'],
    [['import', 'a.json', 'b.json'], 'argument-too-many'],
    [['status', '1001'], 'argument-too-many'],
    [['archive'], 'number-or-all'],
    [['archive', '1001', '--all'], 'number-or-all'],
    [['sync', '--only', 'klanten'], 'unknown-resource'],
    [['sync', '--only', ''], 'unknown-resource'],
    [['log', '--limit', '0'], 'wrong-limit'],
    [['log', '--limit', 'many'], 'wrong-limit'],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(commandOf(...args)).toBe(sentence);
    expect(textOf(`cli.usage.${sentence}`)).not.toBeNull();
  });
});

it.each(COMMAND_NAMES)('%s stands in the help and in the documentation', (name) => {
  const help = textOf('cli.help');
  expect(help?.nl).toMatch(new RegExp(`\\b${name}\\b`));
  expect(help?.en).toMatch(new RegExp(`\\b${name}\\b`));
  const documentation = readFileSync(new URL('../../../docs/command-line.md', import.meta.url), 'utf8');
  expect(documentation).toContain(`\`${name}`);
});
