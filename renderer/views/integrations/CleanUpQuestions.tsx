import { useTranslation } from 'react-i18next';
import type { RunRow } from '../../../preload/contract/views';
import type { Resource } from '../../../preload/contract/model';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';

/** Causes for which the clean-up stops and asks. */
const GUARDS: ReadonlySet<string> = new Set(['clean-up-too-much', 'clean-up-nothing-returned']);

/** What the clean-up would not do without the office's word. */
export function CleanUpQuestions({ run }: { run: RunRow | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const held = run?.resources.filter(({ problem }) => problem !== null && GUARDS.has(problem.code)) ?? [];
  const confirm = async (resource: Resource) => {
    const outcome = await api.sync.confirmCleanUp({ resource });
    if (!outcome.ok) showToast('error', problemText(outcome.problem, language).message);
  };
  return held.map(({ resource, problem }) =>
    problem === null ? null : (
      <ProblemBanner
        key={resource}
        problem={problem}
        tone="warning"
        actions={
          <Button size="small" onPress={() => void confirm(resource)}>
            {t('ui.sync.confirmCleanUp')}
          </Button>
        }
      />
    ),
  );
}
