import { describe, expect, it } from 'vitest';
import { afterPage, newer, readUpTo } from './row-version';

describe('row versions', () => {
  it('are compared as whole numbers, beyond what a double holds', () => {
    expect(newer('9007199254740993', '9007199254740992')).toBe('9007199254740993');
    expect(newer('9', '10')).toBe('10');
  });

  it('go on after the newest one of a list that came in order', () => {
    const first = afterPage('5', null, ['6', '7']);
    expect(readUpTo(afterPage('5', first, ['9', '12']))).toBe('12');
  });

  it('go on after the first page when a list came in another order: a change behind us may be older than the newest', () => {
    const first = afterPage('5', null, ['6', '8']);
    expect(readUpTo(afterPage('5', first, ['7', '12']))).toBe('8');
  });

  it('stay where they are when nothing came', () => {
    expect(readUpTo(afterPage('5', null, []))).toBe('5');
  });

  it('take a list of one page whatever its order', () => {
    expect(readUpTo(afterPage('0', null, ['9', '3', '4']))).toBe('9');
  });
});
