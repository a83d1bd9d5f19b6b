import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { Paper, PaperRequest } from '../../../preload/contract/papers';
import { api } from '../../api';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { OpenElsewhereIcon, PrintIcon, SaveFileIcon, type IconComponent } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { openPaper, printPaper, savePaper } from './paper-jobs';
import styles from './PaperDialog.module.css';

/** Read by few, and not at every start. */
const PaperView = lazy(() => import('./PaperView'));

type Job = 'save' | 'print' | 'open';

type Props = {
  title: string;
  /** Made anew when another one is asked for. */
  request: PaperRequest;
  /** What can be chosen about it, as long as it was not made to be sent. */
  options?: ReactNode;
  /** Which of several papers it is. */
  which?: ReactNode;
  onClose: () => void;
};

/** A paper to look at, keep, print or open elsewhere: each time the one that is seen. */
export function PaperDialog({ title, request, options, which, onClose }: Props) {
  const { t } = useTranslation();
  const { value: made, failure, retry } = useLoaded(() => api.papers.make(request), JSON.stringify(request), 0);
  const [busyWith, setBusyWith] = useState<Job | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const paper = made?.ok === true ? made.value : null;

  const run = async (job: Job, work: (paper: Paper) => Promise<Problem | null>) => {
    if (paper === null) return;
    setBusyWith(job);
    setProblem(null);
    try {
      setProblem(await work(paper));
    } finally {
      setBusyWith(null);
    }
  };
  const button = (job: Job, icon: IconComponent, work: (paper: Paper) => Promise<Problem | null>) => (
    <Button
      icon={icon}
      variant={job === 'save' ? 'primary' : 'secondary'}
      isBusy={busyWith === job}
      isDisabled={paper === null || (busyWith !== null && busyWith !== job)}
      onPress={() => void run(job, work)}
    >
      {t(`ui.pdf.${job}`)}
    </Button>
  );

  return (
    <Dialog
      title={title}
      isOpen
      size="full"
      onClose={onClose}
      actions={
        <>
          {button('open', OpenElsewhereIcon, openPaper)}
          {button('print', PrintIcon, (shown) => printPaper(shown, t))}
          {button('save', SaveFileIcon, (shown) => savePaper(shown, t))}
        </>
      }
    >
      {which}
      {paper?.asSent === true ? (
        <Banner tone="info" title={t('ui.pdf.asSent')} />
      ) : options === undefined ? null : (
        <div className={styles.options}>{options}</div>
      )}
      {problem === null ? null : <ProblemBanner problem={problem} />}
      {made?.ok === false ? <ProblemBanner problem={made.problem} /> : null}
      <div className={styles.paper}>
        {paper !== null ? (
          <Suspense fallback={<LoadingState />}>
            <PaperView key={paper.id} paper={paper} />
          </Suspense>
        ) : made === undefined && failure !== null ? (
          <ErrorState failure={failure} onRetry={retry} />
        ) : made === undefined ? (
          <LoadingState />
        ) : null}
      </div>
    </Dialog>
  );
}
