import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { settingOfProblem } from '../../../preload/contract/setting-of-problem';
import { Button } from '../../ui/Button';
import { GoToSettingIcon } from '../../ui/icons';
import { useIntegrationsStore } from '../integrations/integrations-store';
import { goToSetting } from './setting-place';

/** The way to the setting that a problem names; nothing when it names none of the active package. */
export function ToSettingButton({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { integrations, load } = useIntegrationsStore();
  const isUnread = integrations === null;
  useEffect(() => {
    if (isUnread) void load();
  }, [isUnread, load]);
  const manifest = integrations?.find(({ stage }) => stage.state === 'active')?.manifest;
  const field = manifest === undefined ? undefined : settingOfProblem(manifest, problem);
  if (manifest === undefined || field === undefined) return null;
  return (
    <Button size="small" icon={GoToSettingIcon} onPress={() => goToSetting(manifest.id, field.key)}>
      {t('ui.packageSettings.goTo')}
    </Button>
  );
}
