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
  const likeliest = likeliestOf(integrations);
  return (
    <Page title={t('ui.nav.integrations')} intro={t('ui.integrations.intro')}>
      <ul className={styles.tiles}>
        {integrations.map(({ manifest, stage }) => {
          const isActive = stage.state === 'active';
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
                    variant={manifest.id === likeliest ? 'primary' : 'secondary'}
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

/** The one that is likeliest activated: what one was busy with, else what was linked last, else the only one. */
function likeliestOf(integrations: readonly Integration[]): string | null {
  const [only] = integrations;
  if (integrations.length === 1 && only) return only.manifest.id;
  const begun = integrations.find(({ stage }) => stage.state === 'activating');
  const [last] = integrations
    .filter(({ stage }) => stage.state === 'deactivated')
    .sort((a, b) => (b.stage.deactivatedAtMs ?? 0) - (a.stage.deactivatedAtMs ?? 0));
  return (begun ?? last)?.manifest.id ?? null;
}
