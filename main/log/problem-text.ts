import type { Problem } from '../../connectors/_kit/problem';
import type { LocalizedText } from '../../connectors/_kit/text';
import { mendedBy } from '../../preload/contract/queue-decisions';
import { joined, knownText, textOf } from './catalogue';

/** What is wrong, and what the office does about it (null: nothing). */
export interface ProblemText {
  readonly message: LocalizedText;
  readonly action: LocalizedText | null;
}

/**
 * The sentences of a problem: the connector's own, else those of the catalogue under `problems.<code>`. A code that the
 * catalogue does not know gives the general sentence of its kind with the code in it, and what the package (`packageLabel`,
 * empty when none is at hand) said itself.
 */
export function describe(problem: Problem, packageLabel: string): ProblemText {
  if (problem.text !== undefined) return problem.text;
  const message = textOf(`problems.${problem.code}.message`, problem.params);
  if (message !== null) return { message, action: textOf(`problems.${problem.code}.action`, problem.params) };

  const general = `problems.by-kind.${problem.kind}`;
  const said = problem.vendor?.text ?? null;
  const sentences = [knownText(`${general}.message`, { code: problem.code })];
  if (said !== null) sentences.push(saidBy(packageLabel, said));
  return { message: joined(sentences, ' '), action: textOf(`${general}.action`) };
}

const saidBy = (packageLabel: string, said: string): LocalizedText =>
  packageLabel === '' ? { nl: said, en: said } : { nl: `${packageLabel}: ${said}`, en: `${packageLabel}: ${said}` };

/**
 * Several problems of one record as one, so that the office sees all of them at once. One problem stays as it is; none
 * is a bug.
 */
export function combined(problems: readonly Problem[], packageLabel: string): Problem {
  const [first] = problems;
  if (first === undefined) throw new Error('No problems to combine');
  if (problems.length === 1) return first;
  const params = { number: problems.length };
  const texts = problems.map((one) => describe(one, packageLabel));
  const actions = texts.flatMap((text) => text.action ?? []);
  const intro = knownText('problems.several-problems.message', params);
  const mends = [...new Set(problems.flatMap(mendedBy))];
  return {
    kind: first.kind,
    code: 'several-problems',
    params,
    ...(mends.length === 0 ? {} : { mends }),
    text: {
      message: joined([intro, ...texts.map((text) => text.message)], ' '),
      action: actions.length === 0 ? null : joined(actions, ' '),
    },
  };
}
