import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { GuideIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { Select } from '../../ui/Select';
import { GUIDE_PAGES, type GuidePage } from './guide-pages';

/** Read by few, and not at every start. */
const GuideText = lazy(() => import('./GuideText'));

type Props = {
  /** The page that it opens at. */
  page: GuidePage;
  /** Another name than "Uitleg". */
  label?: string;
};

/** Opens the user guide. */
export function GuideButton({ page, label }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<GuidePage | null>(null);
  const shown = opened ?? page;
  return (
    <>
      <Button icon={GuideIcon} size={label === undefined ? 'medium' : 'small'} onPress={() => setOpened(page)}>
        {label ?? t('ui.guide.open')}
      </Button>
      <Dialog title={t(`ui.guide.${shown}`)} size="large" isOpen={opened !== null} onClose={() => setOpened(null)}>
        <Select
          label={t('ui.guide.page')}
          value={shown}
          onChange={setOpened}
          options={GUIDE_PAGES.map((value) => ({ value, label: t(`ui.guide.${value}`) }))}
        />
        <Suspense fallback={<LoadingState />}>
          <GuideText key={shown} page={shown} onOpen={setOpened} />
        </Suspense>
      </Dialog>
    </>
  );
}
