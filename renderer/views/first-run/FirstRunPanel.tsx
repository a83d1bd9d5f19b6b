import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FIRST_RUN_STEPS, type FirstRunStep } from '../../../preload/contract/first-run';
import { useLanguage } from '../../i18n/use-formats';
import { useAppStore, useRevision } from '../../shell/app-store';
import { routeHash } from '../../shell/routes';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { DismissIcon, SuccessIcon, ToDoIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { Spoken } from '../../ui/Spoken';
import { GuideButton } from '../guide/GuideButton';
import styles from './FirstRunPanel.module.css';
import { useFirstRunStore } from './first-run-store';
import { PLACE_OF } from './step-places';

/** The guided first run: what was done, and what comes next. Only in the practice administration, until it is put away. */
export function FirstRunPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const isPractice = useAppStore((store) => store.app?.company.practice ?? false);
  const activePackage = useAppStore((store) => store.sync?.package ?? null);
  const { firstRun, load, putAway } = useFirstRunStore();
  const revision = useRevision('workOrders', 'queue', 'runs', 'integrations');
  useEffect(() => {
    if (isPractice) void load();
  }, [isPractice, load, revision]);
  if (!isPractice || firstRun === null || firstRun.putAway) return null;

  const { done } = firstRun;
  const next = FIRST_RUN_STEPS.find((step) => !done.includes(step)) ?? null;
  const placeOf = (step: FirstRunStep) =>
    step === 'synchronise' && activePackage !== null
      ? { view: 'integrations' as const, detail: activePackage }
      : PLACE_OF[step];
  const open = (step: FirstRunStep) => {
    const { view, detail } = placeOf(step);
    navigate(view, detail ?? null);
  };
  return (
    <Panel
      title={t('ui.firstRun.title')}
      actions={
        <>
          <span className={styles.count}>
            {t('ui.firstRun.count', { done: done.length, all: FIRST_RUN_STEPS.length })}
          </span>
          <IconButton
            icon={DismissIcon}
            size="small"
            label={t('ui.firstRun.putAway')}
            onPress={() => void putAway(true, language)}
          />
        </>
      }
    >
      <ol className={styles.steps}>
        {FIRST_RUN_STEPS.map((step) => {
          const isDone = done.includes(step);
          const { view, detail } = placeOf(step);
          return (
            <li key={step} className={classNames(styles.step, isDone && styles.done, step === next && styles.next)}>
              <Icon of={isDone ? SuccessIcon : ToDoIcon} />
              <a href={routeHash(view, detail)} aria-current={step === next ? 'step' : undefined}>
                {t(`ui.firstRun.steps.${step}.title`)}
                {isDone ? <Spoken>{t('ui.firstRun.isDone')}</Spoken> : null}
              </a>
            </li>
          );
        })}
      </ol>
      <div className={styles.now}>
        <p role="status">{next === null ? t('ui.firstRun.allDone') : t(`ui.firstRun.steps.${next}.text`)}</p>
        {next === null ? (
          <GuideButton page="beginning" label={t('ui.help.more')} />
        ) : (
          // Without a package the main button of the screen stands above this panel.
          <Button size="small" variant={activePackage === null ? 'secondary' : 'primary'} onPress={() => open(next)}>
            {t(`ui.firstRun.steps.${next}.go`)}
          </Button>
        )}
      </div>
    </Panel>
  );
}
