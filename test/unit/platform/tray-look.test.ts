import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownText } from '../../../main/log/catalogue';
import { trayLook, trayTooltip, type TrayFacts } from '../../../main/platform/tray-look';
import type { ConnectionState } from '../../../preload/contract/views';

const STATES: readonly ConnectionState[] = [
  'not-linked',
  'idle',
  'busy',
  'paused',
  'offline',
  'needs-login',
  'attention',
];
const facts = (connection: ConnectionState, blockedDocuments = 0): TrayFacts => ({
  connection,
  pausedByUser: false,
  blockedDocuments,
});

describe('the tray icon', () => {
  it.each([
    ['not-linked', 'not-linked'],
    ['idle', 'idle'],
    ['busy', 'busy'],
    ['paused', 'idle'],
    // Passes by itself: nobody needs to come and look.
    ['offline', 'idle'],
    ['needs-login', 'attention'],
    ['attention', 'attention'],
  ] as const)('shows %s as %s', (connection, look) => {
    expect(trayLook(facts(connection))).toBe(look);
  });

  it('asks for attention while documents are blocked, also during a run', () => {
    expect(trayLook(facts('idle', 2))).toBe('attention');
    expect(trayLook(facts('busy', 1))).toBe('attention');
  });

  it.each(STATES)('has a picture and a sentence for %s', (connection) => {
    const look = trayLook(facts(connection));
    for (const name of [`${look}.png`, `${look}@2x.png`, `${look}Template.png`, `${look}Template@2x.png`]) {
      expect(existsSync(new URL(`../../../resources/tray/${name}`, import.meta.url)), name).toBe(true);
    }
    expect(knownText(trayTooltip(facts(connection))).nl).not.toBe('');
  });

  it('says how many documents are blocked, in good Dutch', () => {
    const sentence = (count: number) => knownText(trayTooltip(facts('attention', count)), { count }).nl;
    expect(sentence(1)).toBe('1 werkbon is geblokkeerd');
    expect(sentence(3)).toBe('3 werkbonnen zijn geblokkeerd');
  });
});
