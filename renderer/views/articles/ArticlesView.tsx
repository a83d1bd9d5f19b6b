import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { DataTable, type Column } from '../../ui/DataTable';
import { ArticleIcon } from '../../ui/icons';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { StatusTag } from '../../ui/StatusTag';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import { NothingPulled } from '../integrations/NothingPulled';
import { ArticleDetail } from './ArticleDetail';
import { useArticlesStore } from './articles-store';

/** Artikelen: they come from the accounting package and are read only. */
export function ArticlesView() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { search, sort, opened, setSearch, setSort, open } = useArticlesStore();
  const source = useRowWindow<ArticleRow>(
    (offset, limit) => api.articles.list({ search, sort, offset, limit }),
    JSON.stringify([search, sort]),
    useRevision('articles'),
  );
  const columns = useColumns();
  return (
    <Page layout="fill" title={t('ui.nav.articles')} intro={t('ui.articles.intro')}>
      <Toolbar
        end={
          <>
            {source.total === null
              ? ''
              : t('ui.table.rows', { count: source.total, shown: formats.count(source.total) })}
            <ExportButton what={() => ({ list: 'articles', search, sort })} />
          </>
        }
      >
        <SearchField label={t('ui.articles.search')} value={search} onChange={setSearch} />
      </Toolbar>
      <ListWithDetail
        onClose={() => open(null)}
        list={
          <DataTable
            label={t('ui.nav.articles')}
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={open}
            openedId={opened?.id ?? null}
            sort={sort}
            onSort={setSort}
            isMuted={(row) => !row.active}
            empty={
              search === '' ? (
                <NothingPulled of="articles" icon={ArticleIcon} />
              ) : (
                <NothingFound by="search" onClear={() => setSearch('')} />
              )
            }
          />
        }
        detail={opened ? <ArticleDetail article={opened} onClose={() => open(null)} /> : null}
      />
    </Page>
  );
}

function useColumns(): readonly Column<ArticleRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'code', header: t('ui.articles.code'), widthRem: 8, sortKey: 'code', cell: (row) => row.code },
      {
        id: 'description',
        header: t('ui.articles.description'),
        widthRem: 11.5,
        grow: 3,
        sortKey: 'description',
        cell: (row) => row.description,
      },
      {
        id: 'group',
        header: t('ui.articles.group'),
        widthRem: 9,
        grow: 1,
        isExtra: true,
        yields: 1,
        sortKey: 'groupName',
        cell: (row) => row.groupName,
      },
      { id: 'unit', header: t('ui.articles.unit'), widthRem: 5, isExtra: true, yields: 3, cell: (row) => row.unit },
      {
        id: 'price',
        header: t('ui.articles.price'),
        sortKey: 'unitPrice',
        widthRem: 8,
        align: 'end',
        cell: (row) => (row.unitPrice === null ? '–' : formats.money(row.unitPrice)),
      },
      {
        id: 'vat',
        header: t('ui.articles.vat'),
        widthRem: 5,
        isExtra: true,
        yields: 2,
        align: 'end',
        cell: (row) => (row.vatRate === null ? '–' : `${formats.decimal(row.vatRate)}%`),
      },
      {
        id: 'origin',
        header: t('ui.origin.column'),
        widthRem: 7.5,
        cell: (row) =>
          !row.active ? (
            <StatusTag tone="neutral">{t('ui.origin.inactive')}</StatusTag>
          ) : row.origin === 'simon' ? (
            <StatusTag tone="warning">{t('ui.origin.simon')}</StatusTag>
          ) : null,
      },
    ],
    [t, formats],
  );
}
