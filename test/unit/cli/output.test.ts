import { describe, expect, it } from 'vitest';
import { problem, type ProblemKind } from '../../../connectors/_kit/problem';
import { EXIT, exitCodeOf } from '../../../main/cli/exit-codes';
import { createOutput, type TextStream } from '../../../main/cli/output';
import type { Language } from '../../../preload/contract/views';

class MemoryStream implements TextStream {
  text = '';
  readonly write = (text: string, done: () => void): void => {
    this.text += text;
    done();
  };
}

function outputIn({ json, language = 'nl' }: { json: boolean; language?: Language }) {
  const stdout = new MemoryStream();
  const stderr = new MemoryStream();
  return { stdout, stderr, output: createOutput({ json, language, packageLabel: 'SnelStart', stdout, stderr }) };
}

describe('an answer', () => {
  it('is one line of JSON on stdout when JSON was asked for, and nothing else is', async () => {
    const { stdout, stderr, output } = outputIn({ json: true });
    output.note('even wachten');
    await output.answer({ text: 'twee\nregels' }, ['voor mensen']);
    expect(JSON.parse(stdout.text)).toEqual({ text: 'twee\nregels' });
    expect(stdout.text.trimEnd()).not.toContain('\n');
    expect(stderr.text).toBe('even wachten\n');
  });

  it('is text for people otherwise', async () => {
    const { stdout, output } = outputIn({ json: false });
    await output.answer({ a: 1 }, ['een', 'twee']);
    expect(stdout.text).toBe('een\ntwee\n');
  });
});

describe('a failure', () => {
  const refused = problem('invalid-input', 'work-order-number-unknown', { workOrder: '77' });

  it('says what is wrong and what to do, on stderr', async () => {
    const { stdout, stderr, output } = outputIn({ json: false });
    expect(await output.failure(refused)).toBe(EXIT.wrongUsage);
    expect(stderr.text).toContain('Werkbon 77 bestaat niet.');
    expect(stdout.text).toBe('');
  });

  it('is a JSON object as well when JSON was asked for, in the language of the settings', async () => {
    const { stdout, output } = outputIn({ json: true, language: 'en' });
    await output.failure(refused);
    expect(JSON.parse(stdout.text)).toMatchObject({
      error: { code: 'work-order-number-unknown', message: 'There is no work order 77.' },
    });
  });
});

it('tells by the exit code whether somebody must act, or waiting helps', () => {
  const codes: Readonly<Record<ProblemKind, number>> = {
    'invalid-input': 2,
    'needs-login': 3,
    'not-allowed': 3,
    rejected: 3,
    blocked: 3,
    offline: 6,
    'rate-limited': 6,
    maintenance: 6,
    'bad-response': 6,
    'outcome-unknown': 6,
    cancelled: 6,
    storage: 7,
  };
  for (const [kind, code] of Object.entries(codes))
    expect(exitCodeOf(problem(kind as ProblemKind, 'x')), kind).toBe(code);
  expect(exitCodeOf(problem('storage', 'data-folder-in-use'))).toBe(4);
});
