import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { RemoveIcon, SignIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import { PictureById } from '../work-order-files/PictureById';
import type { EditorProps } from './editor-props';
import styles from './SignaturePanel.module.css';
import { SignWorkOrderDialog } from './SignWorkOrderDialog';

/** Handtekening van de klant, under the work order as a whole; it says when the work order was changed afterwards. */
export function SignaturePanel({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const id = useStore(editor, (state) => state.saved?.id ?? null);
  return (
    <Panel title={t('ui.signature.title')}>
      {id === null ? (
        <p className={styles.none}>{t('ui.signature.saveFirst')}</p>
      ) : (
        <Signature workOrderId={id} editor={editor} isLocked={isLocked} />
      )}
    </Panel>
  );
}

function Signature({ workOrderId, editor, isLocked }: EditorProps & { workOrderId: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { value: workOrder } = useLoaded(
    () => api.workOrders.get(workOrderId),
    String(workOrderId),
    useRevision('workOrders'),
  );
  const [signing, setSigning] = useState<WorkOrderDetail | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  if (!workOrder) return null;
  const { signature } = workOrder;

  /** What is signed is what is kept: what was typed last is saved first. */
  const start = async () => {
    const { isChanged, save } = editor.getState();
    if (!isChanged || (await save())) setSigning(editor.getState().saved);
  };
  const remove = async () => {
    setIsRemoving(false);
    const removed = await api.workOrders.unsign(workOrderId);
    if (!removed.ok) showToast('error', problemText(removed.problem, language).message);
  };
  return (
    <>
      {signature === null ? (
        <p className={styles.none}>{t(isLocked ? 'ui.signature.notSigned' : 'ui.signature.none')}</p>
      ) : (
        <>
          {signature.changedSince.length === 0 ? null : (
            <Banner tone="warning" title={t('ui.signature.changed')}>
              {t('ui.signature.changedText', {
                parts: new Intl.ListFormat(language).format(
                  signature.changedSince.map((part) => t(`ui.signature.parts.${part}`)),
                ),
              })}
            </Banner>
          )}
          <div className={styles.drawn}>
            <PictureById
              key={signature.fileId}
              id={signature.fileId}
              kind="signature"
              alt={t('ui.files.signatureOf', { name: signature.name })}
            />
          </div>
          <p>{t('ui.signature.by', { name: signature.name, moment: formats.moment(signature.signedAtMs) })}</p>
        </>
      )}
      {isLocked ? null : (
        <div className={styles.actions}>
          <Button icon={SignIcon} size="small" onPress={() => void start()}>
            {t(signature === null ? 'ui.signature.sign' : 'ui.signature.signAgain')}
          </Button>
          {signature === null ? null : (
            <Button icon={RemoveIcon} size="small" variant="quiet" onPress={() => setIsRemoving(true)}>
              {t('ui.signature.remove')}
            </Button>
          )}
        </div>
      )}
      {signing === null ? null : <SignWorkOrderDialog workOrder={signing} onClose={() => setSigning(null)} />}
      <ConfirmDialog
        title={t('ui.signature.removeTitle', { name: signature?.name ?? '' })}
        confirmLabel={t('ui.signature.remove')}
        isOpen={isRemoving}
        isDanger
        onCancel={() => setIsRemoving(false)}
        onConfirm={() => void remove()}
      >
        <p>{t('ui.signature.removeText')}</p>
      </ConfirmDialog>
    </>
  );
}
