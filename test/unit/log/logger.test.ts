import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../main/log/logger';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simon-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const clock = { nowMs: () => Date.parse('2026-01-15T09:30:00Z'), monotonicMs: () => 0 };

function writtenLines(): readonly Record<string, unknown>[] {
  const file = readdirSync(folder).find((name) => name.endsWith('.log'));
  if (file === undefined) return [];
  return readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the technical log', () => {
  it('is one JSON object a line, without secrets', async () => {
    const logger = createLogger({ folder, homeDirectory: '/home/jan', clock, random: () => 0.5 });
    logger.info('sync', 'run finished', { runId: 12, customers: 400 });
    logger.warn('transport', 'refused: Bearer abc', { koppelsleutel: 'abc', file: '/home/jan/simon.sqlite' });
    await logger.close();

    expect(writtenLines()).toEqual([
      {
        time: '2026-01-15T09:30:00.000Z',
        level: 'info',
        area: 'sync',
        message: 'run finished',
        fields: { runId: 12, customers: 400 },
      },
      {
        time: '2026-01-15T09:30:00.000Z',
        level: 'warn',
        area: 'transport',
        message: 'refused: Bearer [removed]',
        fields: { koppelsleutel: '[removed]', file: '~/simon.sqlite' },
      },
    ]);
  });

  it('gives a bug an id under which its stack and cause can be found', async () => {
    const logger = createLogger({ folder, homeDirectory: '', clock, random: Math.random });
    const id = logger.bug('delivery', new Error('outer', { cause: new Error('for jan@jansen.nl') }), { entryId: 4 });
    await logger.close();

    const [line] = writtenLines();
    expect(id).toMatch(/^[2-9A-Z]{6}$/);
    expect(line).toMatchObject({
      level: 'error',
      bugId: id,
      fields: { entryId: 4 },
      error: { message: 'outer', cause: { message: 'for [e-mail]' } },
    });
    expect((line?.error as { stack: string }).stack).toContain('logger.test.ts');
  });

  it('does not stop the app when the folder cannot be written', async () => {
    const logger = createLogger({ folder: join(folder, 'x'), homeDirectory: '', clock, random: Math.random });
    rmSync(join(folder, 'x'), { recursive: true, force: true });
    expect(() => {
      logger.info('sync', 'run finished');
    }).not.toThrow();
    await logger.close();
  });
});
