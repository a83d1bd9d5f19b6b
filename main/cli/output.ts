/** Where the answers of a command go: the result to stdout, everything else to stderr. */
import type { Problem } from '../../connectors/_kit/problem';
import type { Language } from '../../preload/contract/views';
import { knownText, type TextValues } from '../log/catalogue';
import { describe } from '../log/problem-text';
import { exitCodeOf, type ExitCode } from './exit-codes';

/** A stream of this process, as far as it is needed. */
export interface TextStream {
  readonly write: (text: string, done: () => void) => unknown;
}

/** A problem as the reader of the JSON gets it: for programs a code, for people sentences. */
export interface PresentedProblem {
  readonly kind: Problem['kind'];
  readonly code: string;
  readonly message: string;
  readonly action: string | null;
}

export interface Output {
  /** A text of the catalogue below `cli`. */
  readonly say: (key: string, values?: TextValues) => string;
  readonly present: (problem: Problem) => PresentedProblem;
  /** A problem as one line for people. */
  readonly line: (problem: Problem) => string;
  /** Goes to stderr: progress, and what was wrong. */
  readonly note: (text: string) => void;
  /** A line of JSON on stdout before the answer, for a program that must act while the command waits. */
  readonly announce: (value: object) => Promise<void>;
  /** The one answer: `value` as a line of JSON when that was asked for, else the lines. Resolves when it is written. */
  readonly answer: (value: object, lines: readonly string[]) => Promise<void>;
  /** Nothing came of it but this; returns the exit code that belongs to it. */
  readonly failure: (problem: Problem) => Promise<ExitCode>;
}

export interface OutputParts {
  readonly json: boolean;
  readonly language: Language;
  /** Name of the package, for what it says itself. */
  readonly packageLabel: string;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
}

export function createOutput({ json, language, packageLabel, stdout, stderr }: OutputParts): Output {
  const write = (stream: TextStream, text: string): Promise<void> =>
    new Promise((resolve) => {
      stream.write(`${text}\n`, resolve);
    });
  const present: Output['present'] = (problem) => {
    const { message, action } = describe(problem, packageLabel);
    return { kind: problem.kind, code: problem.code, message: message[language], action: action?.[language] ?? null };
  };
  const line: Output['line'] = (problem) => {
    const { message, action } = present(problem);
    return action === null ? message : `${message} ${action}`;
  };
  const answer: Output['answer'] = async (value, lines) => {
    if (json) await write(stdout, JSON.stringify(value));
    else if (lines.length > 0) await write(stdout, lines.join('\n'));
  };

  return {
    say: (key, values) => knownText(`cli.${key}`, values)[language],
    present,
    line,
    note: (text) => void write(stderr, text),
    announce: (value) => write(stdout, JSON.stringify(value)),
    answer,
    failure: async (problem) => {
      await write(stderr, line(problem));
      await answer({ error: present(problem) }, []);
      return exitCodeOf(problem);
    },
  };
}
