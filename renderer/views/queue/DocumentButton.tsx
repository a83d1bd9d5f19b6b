import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectorId, DocumentRequest, OutgoingDocument } from '../../../preload/contract/model';
import type { QueueDetail } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ViewIcon } from '../../ui/icons';
import { DocumentPreview } from '../document/DocumentPreview';

type Props = {
  sent: {
    readonly document: OutgoingDocument;
    readonly request: DocumentRequest;
    readonly package: ConnectorId | null;
  };
  entry: Pick<QueueDetail, 'workOrderNumber' | 'pdfs'>;
  label: string;
  size?: ComponentProps<typeof Button>['size'];
};

/** Opens a frozen document: exactly what is sent, or was. */
export function DocumentButton({ sent, entry, label, size }: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { document, request } = sent;
  const pdfNames =
    entry.pdfs.length > 0
      ? entry.pdfs.map(({ fileName }) => fileName)
      : document.pdfs.map((kind) => t(`ui.pdf.one.${kind}`));
  return (
    <>
      <Button icon={ViewIcon} size={size} onPress={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog
        title={t('ui.document.title', { number: entry.workOrderNumber })}
        size="large"
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <DocumentPreview document={document} request={request} pdfNames={pdfNames} packageId={sent.package} />
      </Dialog>
    </>
  );
}
