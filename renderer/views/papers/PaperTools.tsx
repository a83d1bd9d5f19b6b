import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { FitIcon, NextPageIcon, PreviousPageIcon, ZoomInIcon, ZoomOutIcon } from '../../ui/icons';
import styles from './PaperTools.module.css';
import { nextZoom, type Zoom } from './zoom';

type Props = {
  page: number;
  count: number;
  /** How large the paper is drawn. */
  percent: number;
  zoom: Zoom;
  onPage: (number: number) => void;
  onStep: (direction: 1 | -1) => void;
  onFit: () => void;
};

/** To another page, and larger or smaller. */
export function PaperTools({ page, count, percent, zoom, onPage, onStep, onFit }: Props) {
  const { t } = useTranslation();
  return (
    <Toolbar className={styles.tools} aria-label={t('ui.pdf.tools')}>
      <IconButton
        icon={PreviousPageIcon}
        label={t('ui.pdf.previousPage')}
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <IconButton
        icon={NextPageIcon}
        label={t('ui.pdf.nextPage')}
        isDisabled={page >= count}
        onPress={() => onPage(page + 1)}
      />
      <span className={styles.figure}>{t('ui.pdf.page', { page, count })}</span>
      <span className={styles.gap} />
      <IconButton
        icon={ZoomOutIcon}
        label={t('ui.pdf.zoomOut')}
        isDisabled={nextZoom(percent, -1) === null}
        onPress={() => onStep(-1)}
      />
      <span className={styles.figure}>{t('ui.pdf.zoom', { percent })}</span>
      <IconButton
        icon={ZoomInIcon}
        label={t('ui.pdf.zoomIn')}
        isDisabled={nextZoom(percent, 1) === null}
        onPress={() => onStep(1)}
      />
      <IconButton icon={FitIcon} label={t('ui.pdf.fit')} isDisabled={zoom === 'fit'} onPress={onFit} />
    </Toolbar>
  );
}
