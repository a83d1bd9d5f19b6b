import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import type { IconComponent } from '../../ui/icons';
import { ToIntegrations } from './ToIntegrations';

/** A list that the accounting package fills, before it did: what brings the rows, and the way there. */
export function NothingPulled({ of, icon }: { of: 'customers' | 'articles'; icon: IconComponent }) {
  const { t } = useTranslation();
  const linked = useAppStore((store) =>
    store.sync?.connection === 'not-linked' ? null : (store.sync?.package ?? null),
  );
  return (
    <EmptyState
      icon={icon}
      title={t(`ui.${of}.emptyTitle`)}
      actions={
        linked === null ? (
          <ToIntegrations />
        ) : (
          <Button onPress={() => navigate('integrations', linked)}>{t('ui.integrations.toLink')}</Button>
        )
      }
    >
      {t(linked === null ? `ui.${of}.emptyText` : `ui.${of}.emptyLinked`)}
    </EmptyState>
  );
}
