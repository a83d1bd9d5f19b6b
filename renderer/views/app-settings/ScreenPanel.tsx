import { useTranslation } from 'react-i18next';
import { ZOOM_PERCENTS } from '../../../preload/contract/zoom';
import { LANGUAGES } from '../../i18n/language';
import { useAppStore } from '../../shell/app-store';
import { Panel } from '../../ui/Panel';
import { Select } from '../../ui/Select';
import { useSettingsStore } from './settings-store';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** Language, colours and size of the screens. */
export function ScreenPanel() {
  const { t } = useTranslation();
  const settings = useAppStore((store) => store.app?.settings);
  const change = useSettingsStore((store) => store.change);
  if (!settings) return null;
  return (
    <Panel title={t('ui.settings.screen')}>
      <Select
        label={t('ui.settings.language')}
        value={settings.language}
        onChange={(language) => void change({ language })}
        options={LANGUAGES.map((value) => ({ value, label: t(`ui.settings.languages.${value}`) }))}
      />
      <Select
        label={t('ui.settings.theme')}
        value={settings.theme}
        onChange={(theme) => void change({ theme })}
        options={THEMES.map((value) => ({ value, label: t(`ui.settings.themes.${value}`) }))}
      />
      <Select
        label={t('ui.settings.zoom')}
        help={t('ui.settings.zoomHelp')}
        value={String(settings.zoomPercent)}
        onChange={(value) => void change({ zoomPercent: Number(value) })}
        options={ZOOM_PERCENTS.map((percent) => ({ value: String(percent), label: `${percent}%` }))}
      />
    </Panel>
  );
}
