import type { Channel, Input, Output } from '../../../preload/contract/calls';
import type {
  FolderDropState,
  ImportOnDesk,
  ImportProgress,
  ImportResult,
  ImportRow,
  OpenedImport,
} from '../../../preload/contract/imports';

type Answer<C extends Channel> = (input: Input<C>) => Output<C>;

interface ImportAnswers {
  readonly open: Answer<'imports:open'>;
  readonly reread: Answer<'imports:reread'>;
  readonly onDesk: Answer<'imports:on-desk'>;
  readonly settled: Answer<'imports:settled'>;
  readonly check: Answer<'imports:check'>;
  readonly run: Answer<'imports:run'>;
  readonly stop: Answer<'imports:stop'>;
  readonly saveResult: Answer<'imports:save-result'>;
  readonly saveExample: Answer<'imports:save-example'>;
}

const row = (line: number, change: Partial<ImportRow>): ImportRow => ({
  line,
  label: `10042 · Klus ${line}`,
  outcome: 'new',
  workOrder: null,
  customer: 'Bakkerij Jansen',
  times: 0,
  articles: 0,
  newEmployees: [],
  newWorkAddress: null,
  ready: false,
  problem: null,
  differs: false,
  ...change,
});

const ROWS: readonly ImportRow[] = [
  row(2, { times: 2, articles: 1, newEmployees: ['Piet de Vries'], newWorkAddress: 'Kade 3, 1011 AA Amsterdam' }),
  row(4, { label: '2026-0012 · Lekkage', outcome: 'added', workOrder: '2026-0012', customer: '', times: 1 }),
  row(5, { outcome: 'there', workOrder: '2026-0010', customer: '' }),
  row(6, {
    outcome: 'refused',
    customer: '',
    problem: { kind: 'invalid-input', code: 'import-customer-unknown', params: { customer: '99999' } },
  }),
];

const COLUMNS = [
  { name: 'Klantnummer', choice: 'customerNumber', samples: ['10042'] },
  { name: 'Werkzaamheden', choice: 'description', samples: ['Cv-ketel nakijken', 'Lekkage'] },
] as const;

/** A file of four records of every kind; its third column is not recognised until the office says what it holds. */
export function createImports(
  tell: (progress: ImportProgress) => void,
  /** What main has of before this page. */
  left: ImportOnDesk['work'] | 'nothing',
): ImportAnswers {
  let opened: OpenedImport = {
    fileName: 'planning week 48.xlsx',
    format: 'xlsx',
    sheets: ['Planning', 'Uren'],
    sheet: 'Planning',
    columns: [...COLUMNS, { name: 'Monteur 2', choice: null, samples: ['Anna'] }],
    records: 0,
    problem: { kind: 'invalid-input', code: 'import-columns-unknown', params: { columns: '‘Monteur 2’' } },
  };
  const ok = <T>(value: T) => ({ ok: true, value }) as const;
  const result = (isDone: boolean): ImportResult => {
    tell({ done: ROWS.length, total: ROWS.length });
    return {
      rows: ROWS.map((one) => (isDone && one.outcome === 'new' ? { ...one, workOrder: '2026-0013' } : one)),
      notTried: 0,
    };
  };
  const desk = (work: ImportOnDesk['work']): ImportOnDesk => ({
    opened: left === 'nothing' ? null : { ...opened, records: ROWS.length, problem: null },
    result: left === 'nothing' || work !== null ? null : result(true),
    isDone: left !== 'nothing' && work === null,
    problem: null,
    work,
  });
  return {
    onDesk: () => desk(left === 'nothing' ? null : left),
    settled: () => desk(null),
    open: () => ok(opened),
    reread: ({ sheet, choices }) => {
      if (choices.length > 0) {
        const columns =
          opened.columns?.map((column, at) => ({ ...column, choice: choices[at] ?? column.choice })) ?? null;
        opened = { ...opened, sheet, columns, records: ROWS.length, problem: null };
      }
      return ok(opened);
    },
    check: () => ok(result(false)),
    run: () => ok(result(true)),
    stop: () => null,
    saveResult: ({ format }) => ok({ file: `/home/kantoor/Inlezen.${format}` }),
    saveExample: ({ format }) => ok({ file: `/home/kantoor/Voorbeeld.${format}` }),
  };
}

interface FolderDropAnswers {
  readonly state: Answer<'folder-drop:state'>;
  readonly choose: Answer<'folder-drop:choose'>;
  readonly use: Answer<'folder-drop:use'>;
}

/** A folder with three files in it, which can be chosen. */
export function createFolderDrop(changed: () => void): FolderDropAnswers {
  let state: FolderDropState = { folder: null, problem: null };
  return {
    state: () => state,
    choose: () => ({ ok: true, value: { folder: '/home/kantoor/Buitendienst', files: 3 } }),
    use: ({ on }) => {
      state = { folder: on ? '/home/kantoor/Buitendienst' : null, problem: null };
      changed();
      return { ok: true, value: null };
    },
  };
}
