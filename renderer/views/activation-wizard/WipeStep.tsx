import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { WipePart, WipePreview } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorState } from '../../ui/ErrorState';
import { AdoptIcon, RemoveIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { useIntegrationsStore } from '../integrations/integrations-store';
import { TakeBackWipe } from '../integrations/TakeBackWipe';
import type { StepProps } from './ExplainStep';
import { StepActions } from './StepActions';
import styles from './wizard.module.css';

const PARTS: readonly WipePart[] = ['customers', 'articles', 'workOrders', 'log'];
/** What the first activation empties; the log may stay. */
const EVERYTHING: readonly WipePart[] = ['customers', 'articles', 'workOrders'];

/** Wissen Simon data: what goes, how much, with a backup and a confirmation; of nothing, only that. */
export function WipeStep({ manifest, stage, onDone, onBack }: StepProps) {
  const { t } = useTranslation();
  const [backupFile, setBackupFile] = useState<string | null>(null);
  const { value, failure, retry } = useLoaded(
    () => api.integrations.wipePreview(manifest.id),
    manifest.id,
    useRevision('customers', 'articles', 'workOrders', 'queue'),
  );

  if (backupFile !== null) {
    return (
      <>
        <Banner tone="success" title={t('ui.wizard.wiped')}>
          {t('ui.wizard.backupAt', { file: backupFile })}
        </Banner>
        {stage.wipeBackup === null ? null : <TakeBackWipe manifest={manifest} backup={stage.wipeBackup} />}
        <StepActions onBack={onBack}>
          <Button variant="primary" autoFocus onPress={() => onDone(null)}>
            {t('ui.action.next')}
          </Button>
        </StepActions>
      </>
    );
  }
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (!value) return <LoadingState />;
  if (!value.ok) return <ProblemBanner problem={value.problem} />;
  return (
    <WipeChoice
      manifest={manifest}
      stage={stage}
      preview={value.value}
      onBack={onBack}
      onDone={onDone}
      onWiped={setBackupFile}
    />
  );
}

type ChoiceProps = StepProps & { preview: WipePreview; onWiped: (backupFile: string) => void };

function WipeChoice({ manifest, stage, preview, onDone, onBack, onWiped }: ChoiceProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const load = useIntegrationsStore((store) => store.load);
  const [chosen, setChosen] = useState<ReadonlySet<WipePart>>(new Set());
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { everythingRequired, counts, undelivered, unsentPdfs } = preview;
  const parts = everythingRequired ? EVERYTHING : PARTS.filter((part) => chosen.has(part));
  const isEmpty = EVERYTHING.every((part) => counts[part] === 0);
  const wasWiped = stage.wipedAtMs !== null;

  const wipe = async () => {
    setIsBusy(true);
    const outcome = await api.integrations
      .wipe({ package: manifest.id, parts: [...parts] })
      .finally(() => setIsBusy(false));
    setIsAsking(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    await load();
    const { backupFile } = outcome.value;
    if (backupFile === null) onDone(null);
    else onWiped(backupFile);
  };

  const goOn = () => (wasWiped ? onDone(null) : void wipe());

  const adopt = async () => {
    setIsBusy(true);
    const outcome = await api.integrations.adopt(manifest.id).finally(() => setIsBusy(false));
    if (outcome.ok) onDone(outcome.value);
    else setProblem(outcome.problem);
  };

  if (everythingRequired && isEmpty) {
    return (
      <>
        <p className={styles.prose}>{t('ui.wizard.wipeNothing', { name: manifest.label })}</p>
        {problem ? <ProblemBanner problem={problem} /> : null}
        {stage.wipeBackup === null ? null : <TakeBackWipe manifest={manifest} backup={stage.wipeBackup} />}
        <StepActions onBack={onBack}>
          <Button variant="primary" isBusy={isBusy} onPress={goOn}>
            {t('ui.action.next')}
          </Button>
        </StepActions>
      </>
    );
  }
  return (
    <>
      <p className={styles.prose}>
        {everythingRequired
          ? t('ui.wizard.wipeText', { name: manifest.label })
          : t('ui.wizard.wipeAgainText', { name: manifest.label })}
      </p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      {undelivered > 0 ? (
        <Banner tone="warning" title={t('ui.wizard.undeliveredTitle', { count: undelivered })}>
          {t('ui.wizard.undeliveredText')}
        </Banner>
      ) : null}
      {unsentPdfs > 0 ? (
        <Banner tone="warning" title={t('ui.wizard.unsentPdfsTitle', { count: unsentPdfs })}>
          {t('ui.wizard.unsentPdfsText')}
        </Banner>
      ) : null}
      {everythingRequired ? (
        <table className={styles.counts}>
          <tbody>
            {EVERYTHING.map((part) => (
              <tr key={part}>
                <th scope="row">{t(`ui.wizard.part.${part}`)}</th>
                <td>{formats.count(counts[part])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className={styles.parts}>
          {PARTS.map((part) => (
            <Checkbox
              key={part}
              isSelected={chosen.has(part)}
              onChange={(isChosen) => {
                const next = new Set(chosen);
                if (isChosen) next.add(part);
                else next.delete(part);
                setChosen(next);
              }}
            >
              {t('ui.wizard.partWithCount', {
                part: t(`ui.wizard.part.${part}`),
                shown: formats.count(counts[part]),
              })}
            </Checkbox>
          ))}
        </div>
      )}
      <p className={styles.prose}>{t('ui.wizard.backupFirst')}</p>
      {preview.canAdopt ? (
        <Banner
          tone="info"
          title={t(stage.adoption === null ? 'ui.adopt.offerTitle' : 'ui.adopt.chosenTitle', { name: manifest.label })}
        >
          {t('ui.adopt.offerText', { name: manifest.label })}
        </Banner>
      ) : null}
      {stage.wipeBackup === null ? null : <TakeBackWipe manifest={manifest} backup={stage.wipeBackup} />}
      <StepActions onBack={onBack}>
        {preview.canAdopt ? (
          <Button icon={AdoptIcon} isBusy={isBusy} onPress={() => void adopt()}>
            {t('ui.adopt.instead')}
          </Button>
        ) : null}
        {!everythingRequired && parts.length === 0 ? (
          <Button variant="primary" isBusy={isBusy} onPress={goOn}>
            {t('ui.wizard.keepAll')}
          </Button>
        ) : (
          <Button
            variant={wasWiped ? 'secondary' : 'danger'}
            icon={RemoveIcon}
            isBusy={isBusy}
            onPress={() => setIsAsking(true)}
          >
            {t('ui.wizard.wipe')}
          </Button>
        )}
        {wasWiped && everythingRequired ? (
          <Button variant="primary" onPress={() => onDone(null)}>
            {t('ui.wizard.skipWipe')}
          </Button>
        ) : null}
      </StepActions>
      <ConfirmDialog
        title={t('ui.wizard.wipeConfirmTitle')}
        confirmLabel={t('ui.wizard.wipe')}
        isOpen={isAsking}
        isDanger
        isBusy={isBusy}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void wipe()}
      >
        <p>
          {t('ui.wizard.wipeConfirmText', {
            parts: parts
              .map((part) =>
                t('ui.wizard.partWithCount', {
                  part: t(`ui.wizard.part.${part}`),
                  shown: formats.count(counts[part]),
                }),
              )
              .join(', '),
          })}
        </p>
        <p>{t('ui.wizard.backupFirst')}</p>
      </ConfirmDialog>
    </>
  );
}
