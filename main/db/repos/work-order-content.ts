/** What a work order hands on to a copy and to a template, and how that becomes a work order again. */
import type { Address } from '../../../connectors/_kit/model';
import type {
  WorkAddressRow,
  WorkOrderArticle,
  WorkOrderDetail,
  WorkOrderDraft,
  WorkOrderForm,
} from '../../../preload/contract/views';
import type { LeftOut } from '../../../preload/contract/work-order-templates';
import type { Reader } from '../connection';
import { fold } from '../search-text';
import { sql } from '../sql';
import { articleLabel, articleRows, byCode } from './articles';
import { currentByTitle, list as customForms, versions } from './custom-forms';
import { customerLabel, customerRow } from './customers';
import { list as employees } from './employees';
import { addressText, selectableAddresses } from './work-addresses';

/**
 * Everything of a work order but times, plan, files, answers and what became of it. Besides ids it holds what people call
 * a record, so that one that went and came back is found again, and one that is gone can be named.
 */
export interface WorkOrderContent {
  readonly customer: { readonly id: number; readonly number: string; readonly name: string } | null;
  readonly workAddress: ({ readonly id: number } & Address) | null;
  readonly description: string;
  readonly customerReference: string;
  readonly notes: string;
  readonly employee: { readonly id: number; readonly name: string } | null;
  readonly articles: readonly {
    readonly id: number;
    readonly code: string;
    readonly label: string;
    readonly line: Omit<WorkOrderArticle, 'articleId'>;
  }[];
  readonly forms: readonly {
    /** Null: a free form, with its questions. */
    readonly versionId: number | null;
    readonly title: string;
    readonly questions: readonly string[];
  }[];
}

/** What a work order hands on. */
export function contentOf(db: Reader, workOrder: WorkOrderDetail): WorkOrderContent {
  const { customer, workAddress, description, customerReference, notes, articles, forms } = workOrder;
  const employee = employees(db).find(({ id }) => id === workOrder.employeeId);
  return {
    customer: customer && { id: customer.id, number: customer.number, name: customer.name },
    workAddress: workAddress && {
      id: workAddress.id,
      name: workAddress.name,
      street: workAddress.street,
      postcode: workAddress.postcode,
      city: workAddress.city,
      country: workAddress.country,
    },
    description,
    customerReference,
    notes,
    employee: employee ? { id: employee.id, name: employee.name } : null,
    articles: articles.map(({ articleId, ...line }) => {
      const article = workOrder.articleRows.find(({ id }) => id === articleId);
      const { code = '', description: name = '' } = article ?? {};
      return { id: articleId, code, label: articleLabel(code, name), line };
    }),
    forms: forms.map((form) =>
      form.formVersionId === undefined
        ? { versionId: null, title: form.title, questions: form.answers.map(({ question }) => question) }
        : { versionId: form.formVersionId, title: form.title, questions: [] },
    ),
  };
}

/** A draft of what can still be chosen, and what had to be left out. */
export function draftOf(
  db: Reader,
  content: WorkOrderContent,
): { readonly draft: WorkOrderDraft; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  /** What was found, or null with a word about what is missing. */
  const orLeftOut = <T>(found: T | null, kind: LeftOut['kind'], label: string): T | null => {
    if (found === null) leftOut.push({ kind, label });
    return found;
  };
  const { customer, workAddress, employee } = content;
  const customerId =
    customer && orLeftOut(findCustomer(db, customer), 'customer', customerLabel(customer.number, customer.name));
  // Without its customer a work address is nothing by itself.
  const workAddressId =
    customerId === null || workAddress === null
      ? null
      : orLeftOut(findAddress(db, customerId, workAddress), 'workAddress', addressText(workAddress));
  const employeeId = employee && orLeftOut(findEmployee(db, employee), 'employee', employee.name);
  const articles = content.articles.flatMap((article): readonly WorkOrderArticle[] => {
    const articleId = orLeftOut(findArticle(db, article), 'article', article.label);
    return articleId === null ? [] : [{ articleId, ...article.line }];
  });
  const forms = content.forms.flatMap((form): readonly WorkOrderForm[] => {
    const empty = orLeftOut(emptyForm(db, form), 'form', form.title);
    return empty === null ? [] : [empty];
  });
  return {
    draft: {
      customerId,
      workAddressId,
      description: content.description,
      customerReference: content.customerReference,
      notes: content.notes,
      employeeId,
      plannedStartAtMs: null,
      plannedEndAtMs: null,
      times: [],
      articles,
      forms,
    },
    leftOut,
  };
}

type Kept<K extends 'customer' | 'workAddress' | 'employee'> = NonNullable<WorkOrderContent[K]>;

/** After a wipe the same customer has another id. Name and number both: another package may give a number to somebody else. */
function findCustomer(db: Reader, { id, number, name }: Kept<'customer'>): number | null {
  if (customerRow(db, id)?.active === true) return id;
  const same = db.column<number>(
    sql`SELECT id FROM customer WHERE name_key = ${fold(name)} AND number = ${number} AND active = 1 ORDER BY id LIMIT 1`,
  );
  return same[0] ?? null;
}

function findAddress(db: Reader, customerId: number, kept: Kept<'workAddress'>): number | null {
  const isSame = (address: WorkAddressRow) => fold(addressText(address)) === fold(addressText(kept));
  const known = selectableAddresses(db, customerId);
  return (known.find(({ id }) => id === kept.id) ?? known.find(isSame))?.id ?? null;
}

function findEmployee(db: Reader, { id, name }: Kept<'employee'>): number | null {
  const active = employees(db).filter((employee) => employee.active);
  const isSame = (other: { readonly name: string }) => fold(other.name) === fold(name);
  return (active.find((employee) => employee.id === id) ?? active.find(isSame))?.id ?? null;
}

function findArticle(db: Reader, { id, code }: WorkOrderContent['articles'][number]): number | null {
  const [row] = articleRows(db, [id]);
  return row?.active === true ? id : (byCode(db, code)?.id ?? null);
}

/** The newest questions of the form, while it is in use. */
function emptyForm(
  db: Reader,
  { versionId, title, questions }: WorkOrderContent['forms'][number],
): WorkOrderForm | null {
  if (versionId === null) return { title, answers: questions.map((question) => ({ question, answer: '' })) };
  const [version] = versions(db, [versionId]);
  const form = customForms(db).find(({ id, active }) => active && id === version?.formId);
  const current = form?.current ?? currentByTitle(db, title);
  return current && { formVersionId: current.id, title: current.title, answers: {} };
}
