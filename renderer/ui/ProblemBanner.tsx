import type { ReactNode } from 'react';
import type { Problem } from '../../preload/contract/model';
import { problemText } from '../i18n/problem-text';
import { useLanguage } from '../i18n/use-formats';
import { Banner } from './Banner';
import type { Tone } from './tone';

type Props = { problem: Problem; tone?: Tone; actions?: ReactNode };

/** An expected failure: what is wrong, what to do, and what the package itself said. */
export function ProblemBanner({ problem, tone = 'error', actions }: Props) {
  const { message, action } = problemText(problem, useLanguage());
  const said = problem.vendor?.text;
  return (
    <Banner tone={tone} title={message} actions={actions}>
      {action ? <p>{action}</p> : null}
      {said ? <p>“{said}”</p> : null}
    </Banner>
  );
}
