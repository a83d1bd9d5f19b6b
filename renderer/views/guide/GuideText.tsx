import Markdown from 'markdown-to-jsx';
import { useTranslation } from 'react-i18next';
import sending from '../../../docs/handleiding/versturen.md?raw';
import styles from './GuideText.module.css';

/** The window it stands in has its title. */
const BODY = sending.replace(/^# .*\n/, '');
/** Headings one level lower than in the file: the title of the window is level 2. */
const OPTIONS = { disableParsingRawHTML: true, overrides: { h2: { component: 'h3' } } } as const;

/** The page of the guide, in the language it is written in. */
export default function GuideText() {
  const { t, i18n } = useTranslation();
  return (
    <>
      {i18n.language === 'nl' ? null : <p>{t('ui.guide.inDutch')}</p>}
      <div lang="nl" className={styles.text}>
        <Markdown options={OPTIONS}>{BODY}</Markdown>
      </div>
    </>
  );
}
