import { useTranslation } from 'react-i18next';
import type { CustomFormRow } from '../../../preload/contract/custom-forms';
import { useFormats } from '../../i18n/use-formats';
import { routeHash } from '../../shell/routes';
import { navigate } from '../../shell/use-route';
import { IconButton } from '../../ui/IconButton';
import { DuplicateIcon, PutAwayIcon, RemoveIcon, UseAgainIcon } from '../../ui/icons';
import { StatusTag } from '../../ui/StatusTag';
import { showToast } from '../../ui/toasts';
import styles from './FormsTable.module.css';
import { useFormsStore } from './forms-store';

/** One row for each form; those that were put away stand below. */
export function FormsTable({ forms }: { forms: readonly CustomFormRow[] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.forms} aria-label={t('ui.nav.forms')}>
      <thead>
        <tr>
          <th scope="col">{t('ui.forms.title')}</th>
          <th scope="col" className={styles.number}>
            {t('ui.forms.questions')}
          </th>
          <th scope="col" className={styles.number}>
            {t('ui.nav.work-orders')}
          </th>
          <th scope="col">{t('ui.forms.state')}</th>
          <th scope="col" className={styles.number}>
            {t('ui.forms.actions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {forms.map((form) => (
          <FormRow key={form.id} form={form} />
        ))}
      </tbody>
    </table>
  );
}

function FormRow({ form }: { form: CustomFormRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { copy, setActive, remove, save, change } = useFormsStore();
  const { id, title, active, workOrders, current } = form;
  const copyIt = () => {
    copy({ title, questions: current.questions }, t('ui.forms.copyOf', { title }));
    navigate('forms', 'new');
  };
  const putAway = async () => {
    if (!(await setActive(id, false))) return;
    showToast('success', t('ui.forms.isPutAway', { title }), {
      label: t('ui.forms.undo'),
      onPress: () => void setActive(id, true),
    });
  };
  const removeIt = async () => {
    if (!(await remove(id))) return;
    const bringBack = async () => {
      change('new', { title, questions: current.questions });
      await save('new');
    };
    showToast('success', t('ui.forms.isRemoved', { title }), {
      label: t('ui.forms.undo'),
      onPress: () => void bringBack(),
    });
  };
  return (
    <tr>
      <th scope="row">
        <a href={routeHash('forms', id)}>{title}</a>
      </th>
      <td className={styles.number}>{formats.count(current.questions.length)}</td>
      <td className={styles.number}>{formats.count(workOrders)}</td>
      <td>
        {active ? (
          <StatusTag tone="success">{t('ui.forms.inUse')}</StatusTag>
        ) : (
          <StatusTag tone="neutral">{t('ui.forms.putAway')}</StatusTag>
        )}
      </td>
      <td className={styles.actions}>
        <IconButton icon={DuplicateIcon} size="small" label={t('ui.forms.copy', { title })} onPress={copyIt} />
        {active ? (
          <IconButton
            icon={PutAwayIcon}
            size="small"
            label={t('ui.forms.putItAway', { title })}
            onPress={() => void putAway()}
          />
        ) : (
          <IconButton
            icon={UseAgainIcon}
            size="small"
            label={t('ui.forms.takeBack', { title })}
            onPress={() => void setActive(id, true)}
          />
        )}
        <IconButton
          icon={RemoveIcon}
          size="small"
          label={t('ui.forms.remove', { title })}
          isDisabled={workOrders > 0}
          onPress={() => void removeIt()}
        />
      </td>
    </tr>
  );
}
