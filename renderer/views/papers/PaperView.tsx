import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../preload/contract/papers';
import { Banner } from '../../ui/Banner';
import { LoadingState } from '../../ui/LoadingState';
import { PaperPages } from './PaperPages';
import { usePdf } from './use-pdf';

type Props = {
  paper: Pick<Paper, 'fileName' | 'bytes'>;
  isPlain?: boolean;
};

/** A paper as it is, page by page. */
export default function PaperView({ paper: { fileName, bytes }, isPlain }: Props) {
  const { t } = useTranslation();
  const pages = usePdf(bytes);
  if (pages === undefined) return <LoadingState />;
  if (pages === null) return <Banner tone="warning" title={t('ui.pdf.notShown')} />;
  return <PaperPages fileName={fileName} pages={pages} isPlain={isPlain} />;
}
