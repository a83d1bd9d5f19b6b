import { problem, type Problem, type ProblemKind } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';

interface Explanation {
  readonly message: LocalizedText;
  readonly action: LocalizedText;
}

/** A problem of this package, with its own sentence and action. */
export const named = (
  kind: ProblemKind,
  code: string,
  text: Explanation,
  more: { readonly params?: Problem['params']; readonly retryAfterMs?: number; readonly field?: string } = {},
): Problem => {
  const { params = {}, ...rest } = more;
  return problem(kind, `exact-online.${code}`, params, { text, ...rest });
};
