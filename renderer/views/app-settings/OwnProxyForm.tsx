import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProxySettings } from '../../../preload/contract/app-settings';
import type { Problem } from '../../../preload/contract/model';
import { isProxyAddress } from '../../../preload/contract/proxy-address';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import styles from './Settings.module.css';
import { useSettingsStore } from './settings-store';

/** Address, name and password of the company's own proxy; saved together. */
export function OwnProxyForm({ proxy, onSaved }: { proxy: ProxySettings; onSaved: () => void }) {
  const { t } = useTranslation();
  const change = useSettingsStore((store) => store.change);
  const [address, setAddress] = useState(proxy.address);
  const [userName, setUserName] = useState(proxy.userName);
  const [password, setPassword] = useState('');
  // A wrong address may have been kept in the file of settings.
  const [isTried, setIsTried] = useState(proxy.address !== '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saves, setSaves] = useState(0);
  const { value: kept } = useLoaded(() => api.network.passwordIsSet(), '', saves);
  const isKept = kept?.ok === true && kept.value;
  const isRight = isProxyAddress(address);

  const save = async () => {
    setIsTried(true);
    if (!isRight) return;
    // Without a name there is nothing that a password belongs to.
    const next = userName.trim() === '' ? null : password === '' ? undefined : password;
    const saved = next === undefined ? null : await api.network.savePassword({ password: next });
    if (saved?.ok === false) return setProblem(saved.problem);
    setProblem(null);
    setPassword('');
    await change({ proxy: { mode: 'own', address: address.trim(), userName: userName.trim() } });
    setSaves(saves + 1);
    showToast('success', t('ui.settings.proxySaved'));
    onSaved();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem === null ? null : <ProblemBanner problem={problem} />}
      <TextField
        label={t('ui.settings.proxyAddress')}
        help={t('ui.settings.proxyAddressHelp')}
        value={address}
        onChange={setAddress}
        maxLength={300}
        isRequired
        error={isTried && !isRight ? t('ui.settings.proxyAddressWrong') : undefined}
      />
      <TextField
        label={t('ui.settings.proxyUser')}
        help={t('ui.settings.proxyUserHelp')}
        value={userName}
        onChange={setUserName}
        maxLength={200}
      />
      {userName.trim() === '' ? null : (
        <TextField
          type="password"
          label={t('ui.settings.proxyPassword')}
          help={t(isKept ? 'ui.settings.proxyPasswordKept' : 'ui.settings.proxyPasswordHelp')}
          value={password}
          onChange={setPassword}
          maxLength={500}
        />
      )}
      <div>
        <Button type="submit">{t('ui.action.save')}</Button>
      </div>
    </form>
  );
}
