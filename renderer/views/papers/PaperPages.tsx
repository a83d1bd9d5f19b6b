import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFPageProxy } from './open-pdf';
import { PaperPage } from './PaperPage';
import styles from './PaperPages.module.css';
import { PaperTools } from './PaperTools';
import { useWidth } from './use-width';
import { nextZoom, percentOf, widthAt, type Zoom } from './zoom';

type Props = {
  fileName: string;
  pages: readonly PDFPageProxy[];
  /** Only the pages, as wide as there is room. */
  isPlain?: boolean;
};

/**
 * The pages of a paper below each other. By keyboard: the arrows and Page Down scroll, left and right go to another page,
 * + - and 0 change the size.
 */
export function PaperPages({ fileName, pages, isPlain = false }: Props) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const room = useWidth(area);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [current, setCurrent] = useState(1);
  const points = pages[0]?.getViewport({ scale: 1 }).width ?? 1;
  const width = widthAt(zoom, points, room);
  const percent = percentOf(width, points);

  const goTo = (number: number) => {
    const page = area.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);
    if (page === null || page === undefined) return;
    page.scrollIntoView({ block: 'start' });
    setCurrent(number);
  };
  const step = (direction: 1 | -1) => {
    const next = nextZoom(percent, direction);
    if (next !== null) setZoom(next);
  };
  /** The page that takes the middle of the screen. */
  const notice = () => {
    const { current: scrolled } = area;
    if (scrolled === null) return;
    const middle = scrolled.getBoundingClientRect().top + scrolled.clientHeight / 2;
    const shown = [...scrolled.querySelectorAll<HTMLElement>('[data-page]')].findLast(
      (page) => page.getBoundingClientRect().top <= middle,
    );
    setCurrent(Number(shown?.dataset.page ?? 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowLeft: () => goTo(current - 1),
      ArrowRight: () => goTo(current + 1),
      '+': () => step(1),
      '=': () => step(1),
      '-': () => step(-1),
      '0': () => setZoom('fit'),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={styles.view}>
      {isPlain ? null : (
        <PaperTools
          page={current}
          count={pages.length}
          percent={percent}
          zoom={zoom}
          onPage={goTo}
          onStep={step}
          onFit={() => setZoom('fit')}
        />
      )}
      <div
        ref={area}
        className={isPlain ? styles.plain : styles.pages}
        role="region"
        aria-label={t('ui.pdf.pages', { name: fileName })}
        // It scrolls, so that the keyboard must reach it.
        tabIndex={0}
        onScroll={notice}
        onKeyDown={isPlain ? undefined : onKeyDown}
      >
        {room === 0
          ? null
          : pages.map((page, index) => (
              <PaperPage key={page.pageNumber} page={page} number={index + 1} count={pages.length} width={width} />
            ))}
      </div>
    </div>
  );
}
