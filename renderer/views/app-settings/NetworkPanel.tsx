import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROXY_MODES, type ProxySettings } from '../../../preload/contract/app-settings';
import type { HostCheck } from '../../../preload/contract/connection-check';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { Select } from '../../ui/Select';
import { StatusTag } from '../../ui/StatusTag';
import { OwnProxyForm } from './OwnProxyForm';
import styles from './Settings.module.css';
import { useSettingsStore } from './settings-store';

/** The way to the accounting packages: through which proxy, and whether they are reached. */
export function NetworkPanel() {
  const { t } = useTranslation();
  const proxy = useAppStore((store) => store.app?.settings.proxy);
  const change = useSettingsStore((store) => store.change);
  const [mode, setMode] = useState<ProxySettings['mode'] | null>(null);
  const [checks, setChecks] = useState<readonly HostCheck[] | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  if (!proxy) return null;
  const shown = mode ?? proxy.mode;
  const choose = (next: ProxySettings['mode']) => {
    setMode(next);
    setChecks(null);
    // An own one counts once its address is saved.
    if (next !== 'own') void change({ proxy: { ...proxy, mode: next } });
  };
  const check = async () => {
    setIsChecking(true);
    try {
      setChecks(await api.network.check());
    } finally {
      setIsChecking(false);
    }
  };

  return (
    <Panel
      title={t('ui.settings.section.network')}
      actions={
        <Button size="small" isBusy={isChecking} onPress={() => void check()}>
          {t('ui.settings.checkConnection')}
        </Button>
      }
    >
      <Select
        label={t('ui.settings.proxy')}
        help={t(`ui.settings.proxyHelp.${shown}`)}
        value={shown}
        onChange={choose}
        options={PROXY_MODES.map((value) => ({ value, label: t(`ui.settings.proxyMode.${value}`) }))}
      />
      {shown === 'own' ? <OwnProxyForm proxy={proxy} onSaved={() => setChecks(null)} /> : null}
      <div role="status">{checks === null ? null : <HostChecks checks={checks} />}</div>
    </Panel>
  );
}

function HostChecks({ checks }: { checks: readonly HostCheck[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  return (
    <ul className={styles.list} aria-label={t('ui.settings.hosts')}>
      {checks.map(({ host, packages, problem, tookMs, proxy, ownIssuer }) => {
        const reason = problem === null ? null : problemText(problem, language);
        return (
          <li key={host} className={styles.item}>
            <div className={styles.head}>
              <StatusTag tone={reason === null ? 'success' : 'error'}>
                {t(reason === null ? 'ui.settings.reached' : 'ui.settings.notReached')}
              </StatusTag>
              <span className={styles.name}>{host}</span>
              <span className={styles.quiet}>
                {[
                  packages.join(', '),
                  t('ui.settings.took', { ms: formats.count(tookMs) }),
                  proxy === null ? t('ui.settings.withoutProxy') : t('ui.settings.throughProxy', { proxy }),
                ].join(' · ')}
              </span>
            </div>
            {reason === null ? null : (
              <p>
                {reason.message} {reason.action}
              </p>
            )}
            {ownIssuer === null ? null : <p>{t('ui.settings.ownIssuer', { issuer: ownIssuer })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
