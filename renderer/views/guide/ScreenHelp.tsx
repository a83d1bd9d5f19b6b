import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../preload/contract/events';
import { IconButton } from '../../ui/IconButton';
import { HelpIcon } from '../../ui/icons';
import { PageHelp } from '../../ui/page-help';
import { BringBackFirstRun } from '../first-run/BringBackFirstRun';
import { GuideButton } from './GuideButton';
import { GUIDE_OF } from './screen-help';
import styles from './ScreenHelp.module.css';
import { useUnfoldedHelp } from './unfolded-help';

/** Gives every page of this screen its explanation, folded or not. */
export function ScreenHelp({ view, children }: { view: View; children: ReactNode }) {
  const { t } = useTranslation();
  const isOpen = useUnfoldedHelp(({ views }) => views.includes(view));
  const toggle = useUnfoldedHelp((store) => store.toggle);
  const help = useMemo(
    () => ({
      button: (
        <IconButton
          icon={HelpIcon}
          size="small"
          label={t('ui.help.button')}
          aria-expanded={isOpen}
          onPress={() => toggle(view)}
        />
      ),
      text: isOpen ? (
        <div className={styles.help}>
          <p>{t(`ui.help.of.${view}`)}</p>
          <div className={styles.actions}>
            <GuideButton page={GUIDE_OF[view]} label={t('ui.help.more')} />
            {view === 'overview' ? <BringBackFirstRun /> : null}
          </div>
        </div>
      ) : null,
    }),
    [isOpen, t, toggle, view],
  );
  return <PageHelp value={help}>{children}</PageHelp>;
}
