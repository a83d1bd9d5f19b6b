import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Spoken } from '../../ui/Spoken';
import { useWasInSight } from '../../ui/use-was-in-sight';
import { drawPage } from './draw-page';
import type { PDFPageProxy } from './open-pdf';
import { pageText } from './page-text';
import styles from './PaperPage.module.css';

type Props = {
  page: PDFPageProxy;
  number: number;
  count: number;
  /** Width on the screen, in CSS pixels. */
  width: number;
};

/** One page: drawn once it comes near the screen, and its text for who hears it. */
export function PaperPage({ page, number, count, width }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useWasInSight(canvas, '100%');
  const [lines, setLines] = useState<readonly string[]>([]);
  const { width: points, height: pointsHigh } = page.getViewport({ scale: 1 });

  useEffect(() => {
    const element = canvas.current;
    if (!isNear || element === null) return undefined;
    const { done, cancel } = drawPage(page, element, (width / points) * window.devicePixelRatio);
    // One that was broken off is followed by another.
    done.catch(() => undefined);
    return cancel;
  }, [page, isNear, width, points]);

  useEffect(() => {
    let isWanted = true;
    void pageText(page).then((read) => {
      if (isWanted) setLines(read);
    });
    return () => {
      isWanted = false;
    };
  }, [page]);

  return (
    <article aria-label={t('ui.pdf.page', { page: number, count })} className={styles.page} data-page={number}>
      <canvas
        ref={canvas}
        aria-hidden="true"
        className={styles.canvas}
        style={{ width, height: (width * pointsHigh) / points }}
      />
      <Spoken>
        {lines.map((line, index) => (
          <span key={index}>{line} </span>
        ))}
      </Spoken>
    </article>
  );
}
