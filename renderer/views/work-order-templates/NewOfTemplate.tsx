import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaKeys } from '../../shell/shortcuts';
import { useShortcuts } from '../../shell/use-shortcuts';
import { Button } from '../../ui/Button';
import { TemplateIcon } from '../../ui/icons';
import { FromTemplateDialog } from './FromTemplateDialog';

/** The button beside Nieuwe werkbon. */
export function NewOfTemplate() {
  const { t } = useTranslation();
  const [isChoosing, setIsChoosing] = useState(false);
  useShortcuts({ newOfTemplate: () => setIsChoosing(true) });
  return (
    <>
      <Button icon={TemplateIcon} keys={ariaKeys('newOfTemplate')} onPress={() => setIsChoosing(true)}>
        {t('ui.templates.newOf')}
      </Button>
      {isChoosing ? <FromTemplateDialog onClose={() => setIsChoosing(false)} /> : null}
    </>
  );
}
