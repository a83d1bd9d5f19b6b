import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest, Problem, Resource } from '../../../preload/contract/model';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';

const ORDER: readonly Resource[] = ['customers', 'articleGroups', 'articles', 'orders'];

type Props = { manifest: Manifest; isOpen: boolean; onClose: () => void };

/** Nu synchroniseren, with the choice of what. Archived work orders that wait are always sent. */
export function SyncNowDialog({ manifest, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const offered = ORDER.filter((resource) => manifest.capabilities.resources[resource] !== undefined);
  const [chosen, setChosen] = useState<ReadonlySet<Resource>>(() => new Set(offered));
  const [cleanUp, setCleanUp] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const choose = (resource: Resource, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(resource);
    else next.delete(resource);
    setChosen(next);
  };
  const start = async () => {
    const outcome = await api.sync.now({ resources: offered.filter((resource) => chosen.has(resource)), cleanUp });
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) onClose();
  };

  return (
    <Dialog
      title={t('ui.sync.now')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.size === 0 && !cleanUp} onPress={() => void start()}>
            {t('ui.sync.now')}
          </Button>
        </>
      }
    >
      <p>{t('ui.sync.chooseText')}</p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      {offered.map((resource) => (
        <Checkbox key={resource} isSelected={chosen.has(resource)} onChange={(isChosen) => choose(resource, isChosen)}>
          {t(`ui.resource.${resource}`)}
        </Checkbox>
      ))}
      <Checkbox isSelected={cleanUp} onChange={setCleanUp} help={t('ui.sync.cleanUpHelp', { name: manifest.label })}>
        {t('ui.resource.clean-up')}
      </Checkbox>
    </Dialog>
  );
}
