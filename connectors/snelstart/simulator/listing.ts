import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { render, type FieldTable } from './field-table';
import type { Stamp } from './model';
import { readListQuery } from './odata-query';
import type { Quirks } from './quirks';
import type { Table } from '../../_kit/simulator/table';
import type { WireView } from './wire-view';

interface Listed {
  readonly id: string;
  readonly modified: Stamp;
}

export interface ListSource<Row extends Listed> {
  readonly table: Table<Row>;
  readonly fields: FieldTable<Row>;
  /** Vendor's name of the model. */
  readonly model: string;
  /** Null: the description gives no maximum. */
  readonly maximumTop: number | null;
  readonly refusedPaths: readonly string[];
  /** Rows that the list never shows. */
  readonly hides: (row: Row) => boolean;
}

/**
 * An OData list. The rows of the last filter are kept, because a client asks a list of 100,000 rows page by page with
 * the same filter.
 */
export class Listing<Row extends Listed> {
  private kept: { readonly key: string; readonly rows: readonly Row[] } | null = null;

  constructor(
    private readonly source: ListSource<Row>,
    private readonly view: WireView,
    private readonly quirks: Pick<Quirks, 'pageOrder' | 'textCompare'>,
    private readonly finish: (id: string, json: Record<string, unknown>) => Record<string, unknown>,
  ) {}

  answer(request: SimulatorRequest): SimulatorResponse {
    const parsed = readListQuery<Row>(request.query, {
      ...this.source,
      view: this.view,
      ignoreCase: this.quirks.textCompare === 'ignore-case',
    });
    if ('refusal' in parsed) return parsed.refusal;
    const { filterText, matches, skip, top, select } = parsed.query;
    const page = this.rows(filterText, matches).slice(skip, skip + top);
    return jsonResponse(
      200,
      page.map((row) => this.finish(row.id, render(this.source.fields, row, this.view, select))),
    );
  }

  private rows(filterText: string, matches: ((row: Row) => boolean) | null): readonly Row[] {
    const key = `${this.source.table.version} ${filterText}`;
    if (this.kept?.key !== key) {
      const visible = this.source.table.all().filter((row) => !this.source.hides(row));
      this.kept = { key, rows: this.inOrder(matches === null ? visible : visible.filter(matches)) };
    }
    return this.kept.rows;
  }

  private inOrder(rows: readonly Row[]): readonly Row[] {
    switch (this.quirks.pageOrder) {
      case 'stable':
        return rows;
      case 'shuffled':
        return rows.toSorted((one, two) => (one.id < two.id ? -1 : 1));
      case 'modified':
        return rows.toSorted(
          (one, two) => one.modified.atMs - two.modified.atMs || one.modified.ticks - two.modified.ticks,
        );
    }
  }
}
