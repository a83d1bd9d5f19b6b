import { Focusable } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { VIEWS, type View } from '../../preload/contract/events';
import { useFormats } from '../i18n/use-formats';
import { Icon } from '../ui/Icon';
import {
  ArticleIcon,
  CustomerIcon,
  FormIcon,
  IntegrationIcon,
  LogIcon,
  OverviewIcon,
  PlanningIcon,
  QueueIcon,
  SettingsIcon,
  WorkOrderIcon,
  type IconComponent,
} from '../ui/icons';
import { Tooltip } from '../ui/Tooltip';
import { useIsNarrow } from '../ui/use-is-narrow';
import { useAppStore } from './app-store';
import { BrandMark } from './BrandMark';
import styles from './Navigation.module.css';
import { routeHash } from './routes';

const ICONS: Readonly<Record<View, IconComponent>> = {
  overview: OverviewIcon,
  'work-orders': WorkOrderIcon,
  planning: PlanningIcon,
  customers: CustomerIcon,
  articles: ArticleIcon,
  forms: FormIcon,
  queue: QueueIcon,
  integrations: IntegrationIcon,
  log: LogIcon,
  settings: SettingsIcon,
};

/** The screens of the app. The queue says how many work orders need the office. */
export function Navigation({ current }: { current: View }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isNarrow = useIsNarrow();
  const needsOffice = useAppStore((store) => store.overview?.queue.blocked ?? 0);
  return (
    <nav className={styles.navigation} aria-label={t('ui.nav.label')}>
      <div className={styles.brand}>
        <BrandMark />
        <span className={styles.brandName}>Simon Koppel</span>
      </div>
      <ul className={styles.list}>
        {VIEWS.map((view) => (
          <li key={view}>
            <Tooltip text={t(`ui.nav.${view}`)} placement="right" isDisabled={!isNarrow}>
              <Focusable>
                <a href={routeHash(view)} className={styles.link} aria-current={view === current ? 'page' : undefined}>
                  <Icon of={ICONS[view]} />
                  <span className={styles.name}>{t(`ui.nav.${view}`)}</span>
                  {view === 'queue' && needsOffice > 0 ? (
                    <span className={styles.count} title={t('ui.nav.needOffice', { count: needsOffice })}>
                      {formats.count(needsOffice)}
                    </span>
                  ) : null}
                </a>
              </Focusable>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
