import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateRow } from '../../../preload/contract/work-order-templates';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DataTable, type Column, type Sort } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { AddIcon, BackIcon, EditIcon, RemoveIcon, TemplateIcon } from '../../ui/icons';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { showToast } from '../../ui/toasts';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { GuideButton } from '../guide/GuideButton';
import { RenameTemplateDialog } from './RenameTemplateDialog';
import { TemplateDetail } from './TemplateDetail';
import { useMadeWorkOrder } from './use-made-work-order';

type Asked = { readonly what: 'rename' | 'remove'; readonly template: TemplateRow };

/** Sjablonen: which there are, another name for one, and away with one. */
export function TemplatesView() {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { start } = useMadeWorkOrder();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>({ key: 'name', descending: false });
  const [openedId, setOpenedId] = useState<number | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const source = useRowWindow<TemplateRow>(
    (offset, limit) => api.workOrderTemplates.list({ search, sort, offset, limit }),
    JSON.stringify([search, sort]),
    useRevision('templates'),
  );
  const columns = useColumns();
  const opened = rowWithId(source, openedId);

  const remove = async ({ id }: TemplateRow) => {
    const removed = await api.workOrderTemplates.remove(id);
    setAsked(null);
    setOpenedId(null);
    if (!removed.ok) showToast('error', problemText(removed.problem, language).message);
  };

  return (
    <Page
      layout="fill"
      title={t('ui.templates.title')}
      intro={t('ui.templates.intro')}
      actions={
        <>
          <Button icon={BackIcon} onPress={() => navigate('work-orders')}>
            {t('ui.workOrders.toList')}
          </Button>
          <GuideButton page="making" />
        </>
      }
    >
      <Toolbar
        end={
          source.total === null ? '' : t('ui.table.rows', { count: source.total, shown: formats.count(source.total) })
        }
      >
        <SearchField label={t('ui.templates.search')} value={search} onChange={setSearch} />
      </Toolbar>
      <ListWithDetail
        onClose={() => setOpenedId(null)}
        list={
          <DataTable
            label={t('ui.templates.title')}
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={(row) => setOpenedId(row.id)}
            openedId={openedId}
            sort={sort}
            onSort={setSort}
            empty={
              search === '' ? (
                <EmptyState icon={TemplateIcon} title={t('ui.templates.emptyTitle')}>
                  {t('ui.templates.emptyText')}
                </EmptyState>
              ) : (
                <NothingFound by="search" onClear={() => setSearch('')} />
              )
            }
          />
        }
        detail={
          opened === null ? null : (
            <TemplateDetail
              template={opened}
              onClose={() => setOpenedId(null)}
              actions={
                <>
                  <Button icon={RemoveIcon} onPress={() => setAsked({ what: 'remove', template: opened })}>
                    {t('ui.templates.remove')}
                  </Button>
                  <Button icon={EditIcon} onPress={() => setAsked({ what: 'rename', template: opened })}>
                    {t('ui.templates.rename')}
                  </Button>
                  <Button variant="primary" icon={AddIcon} onPress={() => void start(opened.id)}>
                    {t('ui.templates.start')}
                  </Button>
                </>
              }
            />
          )
        }
      />
      {asked?.what === 'rename' ? (
        <RenameTemplateDialog template={asked.template} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.what === 'remove' ? (
        <ConfirmDialog
          title={t('ui.templates.removeTitle', { name: asked.template.name })}
          confirmLabel={t('ui.templates.remove')}
          isOpen
          isDanger
          onCancel={() => setAsked(null)}
          onConfirm={() => void remove(asked.template)}
        >
          <p>{t('ui.templates.removeText')}</p>
        </ConfirmDialog>
      ) : null}
    </Page>
  );
}

/** The opened row while it is among those that were read. */
function rowWithId(
  source: { readonly total: number | null; readonly row: (index: number) => TemplateRow | undefined },
  id: number | null,
): TemplateRow | null {
  for (let index = 0; index < (source.total ?? 0); index += 1) {
    const row = source.row(index);
    if (row?.id === id) return row;
  }
  return null;
}

function useColumns(): readonly Column<TemplateRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'name', header: t('ui.templates.name'), widthRem: 12, grow: 3, sortKey: 'name', cell: (row) => row.name },
      {
        id: 'customer',
        header: t('ui.templates.customer'),
        widthRem: 9,
        grow: 2,
        cell: (row) => row.customerName || t('ui.templates.anyCustomer'),
      },
      {
        id: 'description',
        header: t('ui.workOrders.description'),
        widthRem: 10,
        grow: 3,
        isExtra: true,
        cell: (row) => row.description,
      },
      {
        id: 'articles',
        header: t('ui.templates.articles'),
        widthRem: 6,
        align: 'end',
        isExtra: true,
        cell: (row) => formats.count(row.articles),
      },
      {
        id: 'changed',
        header: t('ui.templates.changed'),
        widthRem: 8,
        sortKey: 'changedAtMs',
        isExtra: true,
        cell: (row) => formats.momentShort(row.changedAtMs),
      },
    ],
    [t, formats],
  );
}
