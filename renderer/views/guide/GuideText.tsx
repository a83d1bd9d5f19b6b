import Markdown from 'markdown-to-jsx';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GUIDE_PAGES, type GuidePage } from './guide-pages';
import styles from './GuideText.module.css';

/** The files of the guide, and the pictures that the tests made for it. */
const FILES: Readonly<Record<string, string>> = import.meta.glob('../../../docs/handleiding/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PICTURES: Readonly<Record<string, string>> = import.meta.glob('../../../docs/handleiding/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const FILE_OF: Readonly<Record<GuidePage, string>> = {
  beginning: 'eerste-stappen.md',
  linking: 'koppelen.md',
  linkSettings: 'instellingen-van-de-integratie.md',
  making: 'werkbonnen-maken.md',
  hours: 'uren-en-artikelen.md',
  forms: 'formulieren.md',
  planning: 'planbord.md',
  importing: 'inlezen.md',
  papers: 'pdfs-en-afdrukken.md',
  sending: 'versturen.md',
  master: 'klanten-en-artikelen.md',
  overview: 'overzicht-en-lijsten.md',
  log: 'logging.md',
  settings: 'instellingen.md',
};

type Props = { page: GuidePage; onOpen: (page: GuidePage) => void };

/** A page of the guide, in the language it is written in; the window it stands in has its title. */
export default function GuideText({ page, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  const options = useMemo(
    () => ({
      disableParsingRawHTML: true,
      overrides: {
        // One level lower than in the file: the title of the window is level 2.
        h2: { component: 'h3' } as const,
        img: { component: Picture } as const,
        a: { component: pageLink(onOpen) } as const,
      },
    }),
    [onOpen],
  );
  const text = FILES[`../../../docs/handleiding/${FILE_OF[page]}`] ?? '';
  return (
    <>
      {i18n.language === 'nl' ? null : <p>{t('ui.guide.inDutch')}</p>}
      <div lang="nl" className={styles.text}>
        <Markdown options={options}>{text.replace(/^# .*\n/, '')}</Markdown>
      </div>
    </>
  );
}

/** `images/NAME.png`, as the file names it. */
function Picture({ src, alt }: { src?: string; alt?: string }) {
  return <img src={PICTURES[`../../../docs/handleiding/${src}`]} alt={alt ?? ''} className={styles.picture} />;
}

/** A link to another page of the guide opens it here. */
const pageLink = (onOpen: Props['onOpen']) =>
  function PageLink({ href, children }: { href?: string; children?: ReactNode }) {
    const page = GUIDE_PAGES.find((name) => FILE_OF[name] === href?.split('#')[0]);
    return page === undefined ? (
      <>{children}</>
    ) : (
      <button type="button" className={styles.link} onClick={() => onOpen(page)}>
        {children}
      </button>
    );
  };
