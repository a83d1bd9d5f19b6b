import { use, type ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './Page.module.css';
import { PageHelp } from './page-help';
import { useFocusOnArrival } from './use-focus-on-arrival';

type Props = {
  title: ReactNode;
  /** One sentence that says what this screen is for. */
  intro?: ReactNode;
  actions?: ReactNode;
  /** `fill`: the content has its own scrolling (a list). `scroll`: the page scrolls. */
  layout?: 'fill' | 'scroll';
  /** Title and actions stay in sight while a long page scrolls. */
  isHeaderSticky?: boolean;
  children: ReactNode;
};

/** The frame of one screen: title, actions, content. */
export function Page({ title, intro, actions, layout = 'scroll', isHeaderSticky = false, children }: Props) {
  const help = use(PageHelp);
  const arrival = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className={classNames(styles.page, styles[layout])}>
      <header className={classNames(styles.header, isHeaderSticky && styles.sticky)}>
        <div className={styles.heading}>
          <div className={styles.title}>
            <h1 ref={arrival} tabIndex={-1}>
              {title}
            </h1>
            {help?.button}
          </div>
          {intro ? <p className={styles.intro}>{intro}</p> : null}
          {help?.text}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
