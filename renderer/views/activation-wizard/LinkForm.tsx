import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CredentialField, Manifest, Problem } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { Banner } from '../../ui/Banner';
import { CredentialsIcon, IntegrationIcon, LoginIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { CredentialFields } from './CredentialFields';
import { valuesToSend, withEntered, type Entered } from './entered-values';
import { forgetLinkTyping, keepLinkTyping, keptLinkTyping } from './link-journal';
import { useLoginStore } from './login-store';
import { LoginWaiting } from './LoginWaiting';
import { useKeptValues } from './use-kept-values';
import { RegistrationFields } from './RegistrationFields';
import styles from './wizard.module.css';

type Props = {
  manifest: Manifest;
  stage: IntegrationStage;
  onLinked: (stage: IntegrationStage) => void;
  /** Making the link is what this screen is for; not where one may also go on. */
  isMain?: boolean;
  /** One comes here to make the link: the first field that asks for something has the focus. */
  hasFocusFirst?: boolean;
};

/** Makes the link: with what the office types, or by logging in on the package's own page. */
export function LinkForm({ manifest, stage, onLinked, isMain = true, hasFocusFirst = false }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isPractice = useAppStore((store) => store.app?.company.practice ?? false);
  const companyId = useAppStore((store) => store.app?.company.id ?? '');
  const login = useLoginStore((store) => store.waiting[manifest.id]);
  const loginProblem = useLoginStore((store) => store.problems[manifest.id] ?? null);
  const logIn = useLoginStore((store) => store.logIn);
  const [before] = useState(() => keptLinkTyping(companyId, manifest.id));
  const [entered, setEntered] = useState<Entered>(before.values);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [wasWaiting, setWasWaiting] = useState(false);
  const { link } = manifest;
  const isLogin = link.kind === 'oauth';
  const kept = useKeptValues(manifest.id);
  const all = [...link.registration, ...link.credentials];
  const first = all.find(({ key }) => !stage.filledCredentials.includes(key) && before.values[key] === undefined);
  const enter = (next: Entered) => {
    setEntered(next);
    keepLinkTyping(companyId, manifest.id, all, next);
  };
  const fields = {
    filled: stage.filledCredentials,
    kept,
    entered,
    focused: hasFocusFirst && !wasWaiting ? first?.key : undefined,
    onChange: ({ key }: CredentialField, value: string | null) => enter(withEntered(entered, key, value)),
  };

  if (login) return <LoginWaiting manifest={manifest} login={login} />;

  const isFilled = all.every(({ key }) => stage.filledCredentials.includes(key));
  const toSend = valuesToSend(all, entered, stage.filledCredentials);
  const asksSecretAgain = before.hadSecret && !all.some(({ key, secret }) => secret && entered[key] !== undefined);
  const finish = (linked: IntegrationStage) => {
    setEntered({});
    forgetLinkTyping(companyId, manifest.id);
    onLinked(linked);
  };
  const tryKey = async () => {
    setIsBusy(true);
    setProblem(null);
    const outcome = await api.integrations
      .link({ package: manifest.id, credentials: toSend })
      .finally(() => setIsBusy(false));
    if (outcome.ok) finish(outcome.value);
    else setProblem(outcome.problem);
  };
  const tryLogin = async () => {
    setWasWaiting(true);
    const linked = await logIn(manifest.id, toSend);
    if (linked) finish(linked);
  };
  const fillPractice = async () => {
    const credentials = await api.integrations.practiceCredentials(manifest.id);
    if (credentials) enter(credentials);
  };
  const shownProblem = isLogin ? loginProblem : problem;

  return (
    <div className={styles.form}>
      {asksSecretAgain ? (
        <Banner tone="info" title={t('ui.wizard.typedBefore')}>
          {t('ui.wizard.secretAgain')}
        </Banner>
      ) : null}
      <RegistrationFields label={manifest.label} registration={link.registration} {...fields} />
      {link.loginSteps.length > 0 ? (
        <section className={styles.form}>
          <h3>{t('ui.login.howTo')}</h3>
          <ol className={styles.steps}>
            {link.loginSteps.map((line) => (
              <li key={line.nl}>{localized(line, language)}</li>
            ))}
          </ol>
        </section>
      ) : null}
      <CredentialFields fields={link.credentials} {...fields} />
      {shownProblem ? <ProblemBanner problem={shownProblem} /> : null}
      <div className={styles.linkActions}>
        <Button
          variant={isMain ? 'primary' : 'secondary'}
          icon={isLogin ? LoginIcon : IntegrationIcon}
          isBusy={isBusy}
          isDisabled={!isLogin && Object.keys(toSend).length === 0}
          // Where the person was before the browser came in between.
          autoFocus={wasWaiting}
          onPress={() => void (isLogin ? tryLogin() : tryKey())}
        >
          {localized(link.checkLabel, language)}
        </Button>
        {isPractice && !(isLogin && isFilled) ? (
          <Button icon={CredentialsIcon} onPress={() => void fillPractice()}>
            {t('ui.wizard.practiceValues')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
