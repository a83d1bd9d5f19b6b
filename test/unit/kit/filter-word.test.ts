import { describe, expect, it } from 'vitest';
import { holdsFilterWord } from '../../../connectors/_kit/filter-word';

describe('filter word', () => {
  it.each([
    ['Lekkage verholpen, GARANTIE', 'garantie'],
    ['garantiewerk aan de ketel', ' Garantie '],
    ['cafe\u0301 Zuid', 'CAFÉ'],
    ['Order (WB) spoed', '(wb)'],
  ])('%j holds %j', (text, word) => {
    expect(holdsFilterWord(text, word)).toBe(true);
  });

  it.each([
    ['Lekkage verholpen', 'garantie'],
    ['Lekkage verholpen', ''],
    ['', '   '],
    ['a.b', 'a?b'],
  ])('%j does not hold %j', (text, word) => {
    expect(holdsFilterWord(text, word)).toBe(false);
  });
});
