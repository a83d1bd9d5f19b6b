import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sharesOf } from '../../../preload/contract/line-amounts';
import type { ConnectorId, DocumentRequest, OutgoingDocument } from '../../../preload/contract/model';
import { localized } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Facts } from '../../ui/Facts';
import { useScrollStop } from '../../ui/use-scroll-stop';
import { BookedMinutes } from './BookedMinutes';
import { PdfsAlong } from './PdfsAlong';
import styles from './DocumentPreview.module.css';

type Props = {
  document: OutgoingDocument;
  request: DocumentRequest;
  pdfNames: readonly string[];
  packageId: ConnectorId | null;
};

/** How a connector writes a day. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A document exactly as it is (or will be) sent: target, texts, lines, totals and PDFs. */
export function DocumentPreview({ document, request, pdfNames, packageId }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const linesRef = useRef<HTMLDivElement>(null);
  const isStop = useScrollStop(linesRef);
  const { totals } = document;
  const shares = sharesOf(document.lines);
  const money = (amount: string | null) => (amount === null ? '–' : formats.money(amount));
  return (
    <div className={styles.document}>
      <Facts
        facts={request.fields.map(({ label, value }) => ({
          label: localized(label, language),
          value:
            value === '' ? '–' : <span className={styles.text}>{DAY.test(value) ? formats.date(value) : value}</span>,
        }))}
      />
      {request.cuts.map((cut) => (
        <Banner
          key={cut.field.nl}
          tone="info"
          title={t('ui.document.cut', {
            field: localized(cut.field, language),
            allowed: formats.count(cut.allowed),
            length: formats.count(cut.length),
          })}
        />
      ))}
      <div
        ref={linesRef}
        className={styles.scroll}
        {...(isStop ? { role: 'group', 'aria-label': t('ui.document.description'), tabIndex: 0 } : {})}
      >
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">{t('ui.document.article')}</th>
              <th scope="col">{t('ui.document.description')}</th>
              <th scope="col">{t('ui.document.quantity')}</th>
              <th scope="col">{t('ui.document.price')}</th>
              <th scope="col">{t('ui.document.total')}</th>
            </tr>
          </thead>
          <tbody>
            {request.lines.map((line, index) => (
              // Lines have no id of their own and never change place: the document is frozen.
              <tr key={index}>
                <td>{line.articleCode ?? ''}</td>
                <td className={styles.text}>
                  {line.description}
                  {line.minutes === null ? null : <BookedMinutes minutes={line.minutes} hours={line.quantity} />}
                </td>
                <td>{line.articleCode === null ? '' : formats.decimal(line.quantity)}</td>
                <td>{line.articleCode === null ? '' : money(line.unitPrice)}</td>
                <td>{line.articleCode === null ? '' : money(line.totalExclVat)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {shares.length < 2
              ? null
              : shares.map(({ share, exclVat }) => (
                  <tr key={share} className={styles.share}>
                    <th scope="row" colSpan={4}>
                      {t(`ui.document.shares.${share}`)}
                    </th>
                    <td>{money(exclVat)}</td>
                  </tr>
                ))}
            <tr>
              <th scope="row" colSpan={4}>
                {t('ui.document.exclVat')}
              </th>
              <td>{money(totals.exclVat)}</td>
            </tr>
            {totals.vat?.map((vat) => (
              <tr key={vat.vatRate}>
                <th scope="row" colSpan={4}>
                  {t('ui.document.vatOf', { rate: formats.decimal(vat.vatRate), base: formats.money(vat.base) })}
                </th>
                <td>{formats.money(vat.vat)}</td>
              </tr>
            ))}
            <tr className={styles.grand}>
              <th scope="row" colSpan={4}>
                {totals.inclVat === null ? t('ui.document.inclVatUnknown') : t('ui.document.inclVat')}
              </th>
              <td>{money(totals.inclVat)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <PdfsAlong names={pdfNames} packageId={packageId} />
    </div>
  );
}
