import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import type { StepProps } from './ExplainStep';
import { LinkForm } from './LinkForm';
import { StepActions } from './StepActions';

/** Koppel: the key or the login of the package. */
export function LinkStep({ manifest, stage, onDone, onBack }: StepProps) {
  const { t } = useTranslation();
  const isLinked = stage.linkedAtMs !== null;
  return (
    <>
      {isLinked ? (
        <Banner
          tone="success"
          title={t('ui.wizard.alreadyLinked', { name: stage.administrationName ?? manifest.label })}
        >
          {t('ui.wizard.alreadyLinkedText')}
        </Banner>
      ) : null}
      <LinkForm manifest={manifest} stage={stage} onLinked={onDone} isMain={!isLinked} hasFocusFirst={!isLinked} />
      <StepActions onBack={onBack}>
        {isLinked ? (
          <Button variant="primary" onPress={() => onDone(null)}>
            {t('ui.action.next')}
          </Button>
        ) : null}
      </StepActions>
    </>
  );
}
