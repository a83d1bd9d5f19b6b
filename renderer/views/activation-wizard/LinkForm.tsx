import { KeyRound, Plug } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CredentialField, Manifest, Problem } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import styles from './wizard.module.css';

type Props = {
  manifest: Manifest;
  stage: IntegrationStage;
  onLinked: (stage: IntegrationStage) => void;
};

/** What the office types to make the link. Secrets go to main and never come back: a filled one shows as such only. */
export function LinkForm({ manifest, stage, onLinked }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isPractice = useAppStore((store) => store.app?.company.practice ?? false);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { link } = manifest;
  // What identifies Simon to the vendor is entered once, mostly by IT.
  const missing = link.registration.filter(({ key }) => !stage.filledCredentials.includes(key));
  const fields = [...missing, ...link.credentials];

  const isTyped = ({ key }: CredentialField) => (values[key] ?? '').trim() !== '';
  const tryLink = async () => {
    setIsBusy(true);
    setProblem(null);
    const credentials = Object.fromEntries(fields.filter(isTyped).map(({ key }) => [key, (values[key] ?? '').trim()]));
    const outcome = await api.integrations.link({ package: manifest.id, credentials }).finally(() => setIsBusy(false));
    if (outcome.ok) {
      setValues({});
      onLinked(outcome.value);
    } else setProblem(outcome.problem);
  };
  const fillPractice = async () => {
    const credentials = await api.integrations.practiceCredentials(manifest.id);
    if (credentials) setValues(credentials);
  };

  return (
    <div className={styles.form}>
      {link.whereToFind.length > 0 ? (
        <section className={styles.form}>
          <h3>{t('ui.wizard.whereToFind')}</h3>
          <ol className={styles.steps}>
            {link.whereToFind.map((line) => (
              <li key={line.nl}>{localized(line, language)}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {fields.map((field) => (
        <TextField
          key={field.key}
          label={localized(field.label, language)}
          help={[
            localized(field.help, language),
            stage.filledCredentials.includes(field.key) ? t('ui.wizard.isFilled') : '',
          ]
            .filter(Boolean)
            .join(' ')}
          type={field.secret ? 'password' : 'text'}
          value={values[field.key] ?? ''}
          onChange={(value) => setValues({ ...values, [field.key]: value })}
        />
      ))}
      {problem ? <ProblemBanner problem={problem} /> : null}
      <div className={styles.linkActions}>
        <Button
          variant="primary"
          icon={Plug}
          isBusy={isBusy}
          isDisabled={link.kind === 'key' && !link.credentials.some(isTyped)}
          onPress={() => void tryLink()}
        >
          {link.kind === 'oauth' ? t('ui.wizard.link') : localized(link.checkLabel, language)}
        </Button>
        {isPractice ? (
          <Button icon={KeyRound} onPress={() => void fillPractice()}>
            {t('ui.wizard.practiceKey')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
