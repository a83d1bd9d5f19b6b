import { SlidersHorizontal } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, SettingField } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
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
  const field = manifest?.settings.find((one) => names(problem, one));
  if (manifest === undefined || field === undefined) return null;
  return (
    <Button size="small" icon={SlidersHorizontal} onPress={() => goToSetting(manifest.id, field.key)}>
      {t('ui.packageSettings.goTo')}
    </Button>
  );
}

/** What the filter word holds back tells no field. */
const names = ({ code, field }: Problem, { key, filterWord }: SettingField): boolean =>
  code === 'filter-word' ? filterWord === 'holds-back' : key === field;
