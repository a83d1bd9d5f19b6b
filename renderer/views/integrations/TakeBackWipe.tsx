import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../preload/contract/model';
import type { WipeBackup } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { PutBackIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { useTakeBackStore } from './take-back-store';

/** What was wiped can come back from its backup, for as long as nothing was archived since. */
export function TakeBackWipe({ manifest, backup }: { manifest: Manifest; backup: WipeBackup }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const ask = useTakeBackStore((store) => store.ask);
  return (
    <Panel
      title={t('ui.takeBack.title')}
      actions={
        <Button icon={PutBackIcon} onPress={() => void ask(manifest.id, backup.name)}>
          {t('ui.takeBack.act')}
        </Button>
      }
    >
      <p>{t('ui.takeBack.text', { moment: formats.moment(backup.wipedAtMs), name: manifest.label })}</p>
    </Panel>
  );
}
