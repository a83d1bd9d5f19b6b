import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { createLinkHealth, type HealthState } from '../../../main/sync/link-health';

const OFFLINE = problem('offline', 'no-network');
const REFUSED = problem('needs-login', 'login-refused');

function health() {
  let nowMs = 0;
  const changes: string[] = [];
  const onChange = (now: HealthState, before: HealthState): void => void changes.push(`${before.kind} > ${now.kind}`);
  const link = createLinkHealth({ clock: { monotonicMs: () => nowMs }, random: () => 1, onChange });
  return { link, changes, pass: (ms: number) => (nowMs += ms) };
}

describe('the health of a link', () => {
  it('pauses longer after each failure, until it worked', () => {
    const { link, pass, changes } = health();
    link.failed(OFFLINE);
    expect(link.waitLeftMs()).toBe(10_000);
    pass(10_000);
    expect(link.waitLeftMs()).toBe(0);
    link.failed(OFFLINE);
    expect(link.waitLeftMs()).toBe(20_000);
    link.worked();
    link.failed(OFFLINE);
    expect(link.waitLeftMs()).toBe(10_000);
    expect(changes).toEqual(['working > pausing', 'pausing > working', 'working > pausing']);
  });

  it('stays stopped for what the office must mend, whatever else fails meanwhile', () => {
    const { link, changes } = health();
    link.failed(REFUSED);
    link.failed(problem('needs-login', 'key-refused'));
    link.failed(OFFLINE);
    expect(link.state()).toMatchObject({ kind: 'stopped', problem: { kind: 'needs-login' } });
    link.worked();
    expect(changes).toEqual(['working > stopped', 'stopped > working']);
  });

  it('may be tried at once when somebody asks', () => {
    const { link } = health();
    link.failed(REFUSED);
    link.tryNow();
    expect(link.waitLeftMs()).toBe(0);
    expect(link.state().kind).toBe('stopped');
  });
});
