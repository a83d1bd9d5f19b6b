import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownText } from '../../../main/log/catalogue';
import { momentText } from '../../../main/log/moment-text';
import { sentenceOf, trayLook, worstOf, type CompanyFacts, type TrayFacts } from '../../../main/platform/tray-look';
import type { ConnectionState } from '../../../preload/contract/views';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const STATES: readonly ConnectionState[] = [
  'not-linked',
  'idle',
  'busy',
  'paused',
  'offline',
  'needs-login',
  'attention',
];
const facts = (connection: ConnectionState, blockedDocuments = 0, heldPdfs = 0): TrayFacts => ({
  company: null,
  connection,
  pausedByUser: false,
  pausedUntilMs: null,
  blockedDocuments,
  heldPdfs,
});
const sentence = (told: TrayFacts): string => {
  const { key, count, atMs } = sentenceOf(told);
  return knownText(key, { count, time: atMs === null ? '' : momentText(atMs, NOW_MS) }).nl;
};

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
    expect(trayLook(facts('idle', 0, 1))).toBe('attention');
  });

  it.each(STATES)('has a picture and a sentence for %s', (connection) => {
    const look = trayLook(facts(connection));
    for (const name of [`${look}.png`, `${look}@2x.png`, `${look}Template.png`, `${look}Template@2x.png`]) {
      expect(existsSync(new URL(`../../../resources/tray/${name}`, import.meta.url)), name).toBe(true);
    }
    expect(sentence(facts(connection))).not.toBe('');
  });

  it('says how many documents are blocked, in good Dutch', () => {
    expect(sentence(facts('attention', 1))).toBe('1 werkbon is geblokkeerd');
    expect(sentence(facts('attention', 3, 2))).toBe('3 werkbonnen zijn geblokkeerd');
  });

  it('says how many PDFs are held once no document is', () => {
    expect(sentence(facts('idle', 0, 1))).toBe('1 PDF kon niet worden verzonden');
    expect(sentence(facts('busy', 0, 2))).toBe('2 PDF’s konden niet worden verzonden');
    // A login is needed before anything can go.
    expect(sentence(facts('needs-login', 0, 2))).toBe(sentence(facts('needs-login')));
  });
});

describe('a pause that the package asked for', () => {
  const paused = (iso: string): TrayFacts => ({ ...facts('paused'), pausedUntilMs: Date.parse(iso) });

  it('is told with its end, and with the day when that is not today', () => {
    expect(sentence(paused('2026-11-22T13:30:00Z'))).toBe('Gepauzeerd tot 14:30');
    expect(sentence(paused('2026-11-22T23:00:00Z'))).toBe('Gepauzeerd tot 23 nov 00:00');
  });

  it('has no end while the office itself paused', () => {
    expect(sentence({ ...paused('2026-11-22T13:30:00Z'), pausedByUser: true })).toBe('Gepauzeerd');
  });
});

describe('one icon for several companies', () => {
  const company = (name: string, connection: ConnectionState, change: Partial<CompanyFacts> = {}): CompanyFacts => ({
    name,
    connection,
    pausedByUser: false,
    pausedUntilMs: null,
    blockedDocuments: 0,
    heldPdfs: 0,
    ...change,
  });

  it.each<[ConnectionState, ConnectionState, ConnectionState]>([
    ['idle', 'needs-login', 'needs-login'],
    ['attention', 'busy', 'attention'],
    ['busy', 'idle', 'busy'],
    ['offline', 'idle', 'offline'],
    // One that was only just added is no news.
    ['not-linked', 'idle', 'idle'],
    ['not-linked', 'not-linked', 'not-linked'],
  ])('of %s and %s tells %s', (one, other, told) => {
    expect(worstOf([company('Jansen', one), company('Pietersen', other)]).connection).toBe(told);
  });

  it('names the company that it is about, unless it is about all', () => {
    const about = (...companies: CompanyFacts[]) => worstOf(companies).company;
    expect(about(company('Jansen', 'idle'), company('Pietersen', 'needs-login'))).toBe('Pietersen');
    expect(about(company('Jansen', 'idle'), company('Pietersen', 'idle'))).toBeNull();
    expect(about(company('Jansen', 'needs-login'))).toBeNull();
    expect(about(company('Jansen', 'idle', { blockedDocuments: 2 }), company('Pietersen', 'busy'))).toBe('Jansen');
    expect(about(company('Jansen', 'idle', { heldPdfs: 1 }), company('Pietersen', 'busy'))).toBe('Jansen');
  });

  it('adds up what is blocked', () => {
    const both = worstOf([
      company('Jansen', 'idle', { blockedDocuments: 2 }),
      company('Pietersen', 'idle', { blockedDocuments: 1 }),
    ]);
    expect(both).toMatchObject({ blockedDocuments: 3, company: null });
    expect(trayLook(both)).toBe('attention');
  });

  it('tells the pause that ends first', () => {
    const until = (atMs: number) => company('Jansen', 'paused', { pausedUntilMs: atMs });
    expect(worstOf([until(NOW_MS + 2), until(NOW_MS + 1)]).pausedUntilMs).toBe(NOW_MS + 1);
    const byUser = company('Pietersen', 'paused', { pausedByUser: true, pausedUntilMs: NOW_MS });
    expect(worstOf([until(NOW_MS + 2), byUser]).pausedUntilMs).toBe(NOW_MS + 2);
  });

  it('offers to go on only when every linked company is paused', () => {
    const paused = company('Jansen', 'paused', { pausedByUser: true });
    expect(worstOf([paused, company('Pietersen', 'idle')]).pausedByUser).toBe(false);
    expect(worstOf([paused, company('Pietersen', 'not-linked')]).pausedByUser).toBe(true);
  });
});
