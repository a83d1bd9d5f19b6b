import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest, Problem } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
import { CopyIcon, OpenElsewhereIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { copyText } from '../../ui/copy-text';
import { useLoginStore, type WaitingLogin } from './login-store';
import styles from './LoginWaiting.module.css';

type Props = { manifest: Manifest; login: WaitingLogin };

/** The office logs in in the browser; here is what helps when the browser does not open or does not come back. */
export function LoginWaiting({ manifest, login }: Props) {
  const { t } = useTranslation();
  const { answer, cancel } = useLoginStore();
  const [isCopied, setIsCopied] = useState(false);
  const headingId = useId();

  // The button that was pressed has gone.
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.focus(), []);

  const { url } = login;
  return (
    <section ref={top} tabIndex={-1} className={styles.waiting} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        <Spinner />
        {t('ui.login.title')}
      </h3>
      <p className={styles.text} role="status">
        {t(url === null ? 'ui.login.opening' : 'ui.login.opened', { name: manifest.label })}
      </p>
      <div className={styles.actions}>
        <Button icon={OpenElsewhereIcon} isDisabled={url === null} onPress={login.openAgain}>
          {t('ui.login.openAgain')}
        </Button>
        <Button onPress={() => void cancel(manifest.id)}>{t('ui.action.cancel')}</Button>
      </div>
      <div className={styles.entry}>
        <TextField
          label={t('ui.login.address')}
          help={t('ui.login.addressHelp')}
          value={url ?? ''}
          onChange={() => undefined}
          isReadOnly
          isWide
        />
        <Button icon={CopyIcon} isDisabled={url === null} onPress={() => setIsCopied(url !== null && copyText(url))}>
          {t(isCopied ? 'ui.login.copied' : 'ui.login.copy')}
        </Button>
      </div>
      <PasteAnswer onPaste={(text) => answer(manifest.id, text)} />
    </section>
  );
}

/** For a browser that ends at a page which does not come back by itself. */
function PasteAnswer({ onPaste }: { onPaste: (text: string) => Promise<Problem | null> }) {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const give = async (event: FormEvent) => {
    event.preventDefault();
    if (pasted.trim() === '') return;
    setIsBusy(true);
    setProblem(await onPaste(pasted).finally(() => setIsBusy(false)));
  };
  return (
    <form className={styles.paste} onSubmit={(event) => void give(event)}>
      <div className={styles.entry}>
        <TextField
          label={t('ui.login.paste')}
          help={t('ui.login.pasteHelp')}
          value={pasted}
          onChange={setPasted}
          maxLength={10_000}
          isWide
        />
        <Button type="submit" isBusy={isBusy} isDisabled={pasted.trim() === ''}>
          {t('ui.action.next')}
        </Button>
      </div>
      {problem ? <ProblemBanner problem={problem} /> : null}
    </form>
  );
}
