import Markdown from 'markdown-to-jsx';
import { useTranslation } from 'react-i18next';
import forms from '../../../docs/handleiding/formulieren.md?raw';
import importing from '../../../docs/handleiding/inlezen.md?raw';
import planning from '../../../docs/handleiding/planbord.md?raw';
import overview from '../../../docs/handleiding/overzicht-en-lijsten.md?raw';
import hours from '../../../docs/handleiding/uren-en-artikelen.md?raw';
import papers from '../../../docs/handleiding/bonnen-en-pdfs.md?raw';
import sending from '../../../docs/handleiding/versturen.md?raw';
import making from '../../../docs/handleiding/werkbonnen-maken.md?raw';
import styles from './GuideText.module.css';

export type GuidePage = 'making' | 'sending' | 'hours' | 'forms' | 'importing' | 'papers' | 'planning' | 'overview';

const PAGES: Readonly<Record<GuidePage, string>> = {
  making,
  sending,
  hours,
  importing,
  forms,
  papers,
  planning,
  overview,
};
/** Headings one level lower than in the file: the title of the window is level 2. */
const OPTIONS = { disableParsingRawHTML: true, overrides: { h2: { component: 'h3' } } } as const;

/** A page of the guide, in the language it is written in; the window it stands in has its title. */
export default function GuideText({ page }: { page: GuidePage }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {i18n.language === 'nl' ? null : <p>{t('ui.guide.inDutch')}</p>}
      <div lang="nl" className={styles.text}>
        <Markdown options={OPTIONS}>{PAGES[page].replace(/^# .*\n/, '')}</Markdown>
      </div>
    </>
  );
}
