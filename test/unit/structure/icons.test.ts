/** One meaning, one icon: an office that learned what an icon stands for is never misled by it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as icons from '../../../renderer/ui/icons';

const RENDERER = resolve(import.meta.dirname, '../../../renderer');

describe('the icons of the app', () => {
  it('stand for one meaning each, also where the library knows a drawing by two names', () => {
    const meanings = new Map<unknown, string[]>();
    for (const [meaning, glyph] of Object.entries(icons)) {
      meanings.set(glyph, [...(meanings.get(glyph) ?? []), meaning]);
    }
    expect(meanings.size).toBeGreaterThan(80);
    expect([...meanings.values()].filter((shared) => shared.length > 1)).toEqual([]);
  });

  it('are all used', () => {
    const code = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('icons.ts'))
      .map((name) => readFileSync(join(RENDERER, name), 'utf8'))
      .join('\n');
    expect(Object.keys(icons).filter((meaning) => !new RegExp(`\\b${meaning}\\b`).test(code))).toEqual([]);
  });
});
