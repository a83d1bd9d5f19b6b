import { describe, expect, it } from 'vitest';
import { ownArguments, readLaunch, startArguments } from '../../../main/cli/launch';

describe('the arguments of the app itself', () => {
  it('stand behind the folder of the app in a checkout', () => {
    expect(ownArguments(['electron', '.', '--practice'], true)).toEqual(['--practice']);
    expect(ownArguments(['electron', '--no-sandbox', '/app', 'koppel', 'status'], true)).toEqual(['koppel', 'status']);
  });

  it('are found behind what a debugger puts in front', () => {
    const argv = ['electron', '-r', '/loader.js', '--inspect=0', '--remote-debugging-port=0', '/app', '--data', '/d'];
    expect(ownArguments(argv, true)).toEqual(['--data', '/d']);
  });

  it('stand behind the program when it is packaged', () => {
    expect(ownArguments(['/opt/simon-koppel', '--hidden'], false)).toEqual(['--hidden']);
  });
});

describe('what the program is started for', () => {
  it('is the window, as long as nothing else is said', () => {
    expect(readLaunch([])).toEqual({
      kind: 'window',
      practice: false,
      hidden: false,
      dataFolder: null,
      endpointsFile: null,
    });
  });

  it('is the window, with options between those of Chromium', () => {
    const launch = readLaunch(['--remote-debugging-port=9222', '--practice', '--hidden', '--data', '/d', '--lang=nl']);
    expect(launch).toMatchObject({ kind: 'window', practice: true, hidden: true, dataFolder: '/d' });
  });

  it('is the window as it was started before, when the system hands over an address of our scheme', () => {
    const before = { practice: true, dataFolder: '/d' };
    const args = [...startArguments(before), '--', 'simon-koppel://login-return?code=a&state=--data=/evil'];
    expect(readLaunch(args)).toMatchObject({ kind: 'window', ...before });
    expect(readLaunch([...args, '--data', '/evil']), 'nothing of the address is an option').toMatchObject(before);
  });

  it('is the practice job, of SnelStart unless another package is named', () => {
    expect(readLaunch(['--practice', '--headless', '--report', 'r.json'])).toEqual({
      kind: 'practice-job',
      package: null,
      reportFile: 'r.json',
      dataFolder: null,
    });
    expect(readLaunch(['--practice', '--headless', '--package=billit'])).toMatchObject({ package: 'billit' });
  });

  it('is a command when the first word says so', () => {
    const args = ['koppel', 'sync', '--practice', '--headless'];
    expect(readLaunch(args)).toEqual({ kind: 'command', args: args.slice(1) });
  });
});
