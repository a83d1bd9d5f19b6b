import { useTranslation } from 'react-i18next';
import type { ArchiveCheck } from '../../../preload/contract/archiving';
import { Checkbox } from '../../ui/Checkbox';
import styles from './ArchiveDialog.module.css';
import { groupsOf, withIds, withoutIds } from './archive-groups';

type Props = {
  checks: readonly ArchiveCheck[];
  chosen: ReadonlySet<number>;
  /** Ids that become a document of their own by choice. */
  apart: ReadonlySet<number>;
  onChange: (apart: ReadonlySet<number>) => void;
};

const NOBODY: ReadonlySet<number> = new Set();

/** Which work orders go together on one document; each group can be taken apart. Nothing when none can. */
export function TogetherChoice({ checks, chosen, apart, onChange }: Props) {
  const { t } = useTranslation();
  const groups = groupsOf(checks, chosen, NOBODY).filter((group) => group.length > 1);
  if (groups.length === 0) return null;
  return (
    <section className={styles.found}>
      <h3>{t('ui.archiving.together')}</h3>
      <p>{t('ui.archiving.togetherText')}</p>
      {groups.map((group) => {
        const ids = group.map(({ id }) => id);
        const [first] = group;
        return (
          <Checkbox
            key={first.id}
            isSelected={!ids.some((id) => apart.has(id))}
            onChange={(isTogether) => onChange(isTogether ? withoutIds(apart, ids) : withIds(apart, ids))}
          >
            {t('ui.archiving.togetherOf', {
              customer: first.customerName,
              numbers: group.map(({ number }) => number).join(', '),
            })}
          </Checkbox>
        );
      })}
    </section>
  );
}
