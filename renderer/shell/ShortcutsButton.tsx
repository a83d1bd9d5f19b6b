import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { IconButton } from '../ui/IconButton';
import { ShortcutsIcon } from '../ui/icons';
import { ariaKeys, SHORTCUT_GROUPS, SHORTCUT_IDS, SHORTCUTS, shownKeys } from './shortcuts';
import styles from './ShortcutsButton.module.css';
import { useShortcuts } from './use-shortcuts';

/** All keys of the app, behind a button and behind F1. */
export function ShortcutsButton() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  useShortcuts({ shortcuts: open });
  return (
    <>
      <IconButton
        icon={ShortcutsIcon}
        size="small"
        label={t('ui.shortcuts.title')}
        keys={ariaKeys('shortcuts')}
        onPress={open}
      />
      <Dialog title={t('ui.shortcuts.title')} size="large" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <div className={styles.groups}>
          {SHORTCUT_GROUPS.map((group) => (
            <section key={group} aria-label={t(`ui.shortcuts.groups.${group}`)}>
              <h3>{t(`ui.shortcuts.groups.${group}`)}</h3>
              <dl className={styles.list}>
                {SHORTCUT_IDS.filter((id) => SHORTCUTS[id].group === group).map((id) => (
                  <div key={id} className={styles.shortcut}>
                    <dt>{t(`ui.shortcuts.of.${id}`)}</dt>
                    <dd>
                      {shownKeys(id).map((keys) => (
                        <kbd key={keys}>{keys}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className={styles.hint}>{t('ui.shortcuts.hint')}</p>
      </Dialog>
    </>
  );
}
