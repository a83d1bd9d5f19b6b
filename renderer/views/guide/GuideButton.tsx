import { BookOpen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LoadingState } from '../../ui/LoadingState';
import type { GuidePage } from './GuideText';

/** Read by few, and not at every start. */
const GuideText = lazy(() => import('./GuideText'));

/** Opens a page of the user guide. */
export function GuideButton({ page }: { page: GuidePage }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={BookOpen} onPress={() => setIsOpen(true)}>
        {t('ui.guide.open')}
      </Button>
      <Dialog title={t(`ui.guide.${page}`)} size="large" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Suspense fallback={<LoadingState />}>
          <GuideText page={page} />
        </Suspense>
      </Dialog>
    </>
  );
}
