import { useTranslation } from 'react-i18next';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { StatusTag } from '../../ui/StatusTag';
import type { Integration } from './integrations-store';
import styles from './IntegrationTiles.module.css';

/** One tile per package. Only one can be active: one package leads. */
export function IntegrationTiles({ integrations }: { integrations: readonly Integration[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const active = integrations.find(({ stage }) => stage.state === 'active');
  return (
    <Page title={t('ui.nav.integrations')} intro={t('ui.integrations.intro')}>
      <ul className={styles.tiles}>
        {integrations.map(({ manifest, stage }) => {
          const isActive = stage.state === 'active';
          const isOpen = stage.state === 'activating' || stage.state === 'deactivated';
          return (
            <li key={manifest.id} className={styles.tile}>
              <header className={styles.head}>
                <h2>{manifest.label}</h2>
                {isActive ? (
                  <StatusTag tone="success">{t('ui.integrations.active')}</StatusTag>
                ) : (
                  <StatusTag tone="neutral">{t('ui.integrations.available')}</StatusTag>
                )}
              </header>
              <p className={styles.text}>
                {t('ui.integrations.becomes', { document: localized(manifest.documentName, language) })}
              </p>
              {stage.administrationName ? (
                <p className={styles.text}>
                  {t(isActive ? 'ui.integrations.linkedWith' : 'ui.integrations.wasLinkedWith', {
                    name: stage.administrationName,
                  })}
                </p>
              ) : null}
              <footer className={styles.foot}>
                {isActive ? (
                  <Button onPress={() => navigate('integrations', manifest.id)}>{t('ui.integrations.manage')}</Button>
                ) : active ? (
                  <p className={styles.blocked}>{t('ui.integrations.otherActive', { name: active.manifest.label })}</p>
                ) : (
                  <Button
                    variant={isOpen || integrations.length === 1 ? 'primary' : 'secondary'}
                    onPress={() => navigate('integrations', manifest.id)}
                  >
                    {stage.state === 'activating'
                      ? t('ui.integrations.goOn')
                      : stage.state === 'deactivated'
                        ? t('ui.integrations.reactivate')
                        : t('ui.integrations.activate')}
                  </Button>
                )}
              </footer>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
