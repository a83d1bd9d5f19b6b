import { BookOpen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LoadingState } from '../../ui/LoadingState';

/** Read by few, and not at every start. */
const GuideText = lazy(() => import('./GuideText'));

/** Opens the page of the user guide about sending. */
export function GuideButton() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={BookOpen} onPress={() => setIsOpen(true)}>
        {t('ui.guide.open')}
      </Button>
      <Dialog title={t('ui.guide.sending')} size="large" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Suspense fallback={<LoadingState />}>
          <GuideText />
        </Suspense>
      </Dialog>
    </>
  );
}
