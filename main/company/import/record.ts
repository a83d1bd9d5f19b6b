/** One record of an import file, whichever kind of file it came from: its schema, and what is wrong with it in words of the office. Pure. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { decimal, isDecimalString, plain } from '../../../connectors/_kit/decimal';
import { OFFICE_ZONE } from '../../../connectors/_kit/office-zone';
import { problem, type Problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { planProblem } from '../planning';

const MAX_SHORT = 500;
const MAX_LONG = 20_000;
const MAX_MINUTES = 6_000;
const MAX_LABEL = 80;
const MAX_EXTERNAL_ID = 100;
const DAY_MINUTES = 1_440;

// Each piece names, as its error, the code of the problem that a wrong value gives.
const text = (maximum: number) => z.string({ error: 'import-field-text' }).max(maximum, { error: 'import-field-long' });
const filled = (maximum: number) => text(maximum).trim().min(1, { error: 'import-field-empty' });
/** Numbers of customers and articles are texts, but many programs write them as numbers. */
const number = z.union([filled(MAX_SHORT), z.number().int().nonnegative().transform(String)], {
  error: 'import-field-text',
});
const exactDecimal = z
  .union([z.string(), z.number()], { error: 'import-field-decimal' })
  .transform((value) => (typeof value === 'number' ? plain(decimal(value)) : value.trim()))
  .refine(isDecimalString, { error: 'import-field-decimal' });
/** A year of two digits may be of any century, and nobody wants to learn by an invoice which one was guessed. */
const dayError = ({ input }: { readonly input?: unknown }): string =>
  typeof input === 'string' && /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b/u.test(input)
    ? 'import-field-year'
    : 'import-field-day';
const day = z
  .string({ error: 'import-field-day' })
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/u.test(value) && DateTime.fromISO(value).isValid, { error: dayError });
/** Becomes minutes since midnight. */
const clockTime = z
  .string({ error: 'import-field-time' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: 'import-field-time' })
  .transform((value) => Number(value.slice(0, 2)) * 60 + Number(value.slice(3)));
const moment = z
  .string({ error: 'import-field-moment' })
  .refine((value) => /^\d{4}-\d{2}-\d{2}T/u.test(value) && inOffice(value).isValid, { error: 'import-field-moment' })
  .transform((value) => inOffice(value).toMillis());
const list = <T extends z.ZodType>(item: T, maximum: number) =>
  z.array(item, { error: 'import-field-list' }).max(maximum, { error: 'import-field-long' }).default([]);
const object = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'import-field-unknown' : 'import-field-object'),
  });

const address = object({
  name: text(MAX_SHORT).trim().default(''),
  street: filled(MAX_SHORT),
  postcode: text(MAX_SHORT).trim().default(''),
  city: text(MAX_SHORT).trim().default(''),
  country: text(2).trim().toUpperCase().default(''),
});

const minutes = z
  .number({ error: 'import-field-minutes' })
  .int({ error: 'import-field-minutes' })
  .min(0, { error: 'import-field-minutes' })
  .max(MAX_MINUTES, { error: 'import-field-minutes' });

/** The minutes, or those from start to end; an end that is not after the start is of the next day. */
const time = object({
  kind: z.enum(['work', 'travel'], { error: 'import-field-kind' }),
  minutes: minutes.nullish(),
  date: day.nullish(),
  start: clockTime.nullish(),
  end: clockTime.nullish(),
  employee: filled(MAX_SHORT).nullish(),
  note: text(MAX_SHORT).default(''),
}).transform(({ end = null, ...entry }, context) => {
  const span = end === null || entry.start == null ? null : (end - entry.start + DAY_MINUTES) % DAY_MINUTES;
  const booked = entry.minutes ?? span;
  const refuse = (code: string, field: string): never => {
    context.addIssue({ code: 'custom', path: [field], message: code });
    return z.NEVER;
  };
  if (booked === null) return refuse('import-field-missing', end === null ? 'minutes' : 'start');
  if (span !== null && booked !== span) return refuse('import-time-differs', 'minutes');
  return { ...entry, minutes: booked };
});

const importRecord = object({
  workOrderNumber: number.nullish(),
  externalId: filled(MAX_EXTERNAL_ID).nullish(),
  customerNumber: number.nullish(),
  workAddress: z.union([filled(MAX_SHORT), address], { error: 'import-field-address' }).nullish(),
  description: filled(MAX_LONG).nullish(),
  customerReference: text(MAX_SHORT).trim().default(''),
  notes: text(MAX_LONG).default(''),
  employee: filled(MAX_SHORT).nullish(),
  plannedStart: moment.nullish(),
  plannedEnd: moment.nullish(),
  times: list(time, 1_000),
  articles: list(
    object({
      code: number,
      quantity: exactDecimal,
      unitPrice: exactDecimal.nullish(),
      description: text(MAX_LONG).nullish(),
    }),
    1_000,
  ),
  forms: list(
    object({
      title: text(MAX_SHORT).default(''),
      answers: list(object({ question: text(MAX_LONG), answer: text(MAX_LONG).default('') }), 500),
    }),
    50,
  ),
  ready: z.boolean({ error: 'import-field-yes-no' }).default(false),
})
  .refine(
    ({ plannedStart = null, plannedEnd = null }) =>
      planProblem({ plannedStartAtMs: plannedStart, plannedEndAtMs: plannedEnd }) === null,
    { path: ['plannedEnd'], error: 'planned-end-before-start' },
  )
  .refine(
    // Hours for a work order that is there need no more than its number, or what another program calls it.
    ({ description, workOrderNumber, externalId }) =>
      description != null || workOrderNumber != null || externalId != null,
    { path: ['description'], error: 'import-field-missing' },
  );

export type ImportRecord = z.output<typeof importRecord>;

/** The checked record, or the first thing that is wrong with it: `invalid-input` with the field's name as `field`. */
export function checkImportRecord(value: unknown): Result<ImportRecord> {
  const parsed = importRecord.safeParse(value, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw new Error('A refused record has no issue');
  return fail(problemOf(issue));
}

const names = z
  .object({
    workOrderNumber: number.catch(''),
    externalId: number.catch(''),
    customerNumber: number.catch(''),
    description: z.string().catch(''),
  })
  .catch({ workOrderNumber: '', externalId: '', customerNumber: '', description: '' });

/** How people recognise a record that may be wrong in any way: its number or that of the customer, and its description. */
export function labelOf(value: unknown): string {
  const named = names.parse(value);
  const [firstLine = ''] = named.description.trim().split('\n');
  const whose = named.workOrderNumber || named.customerNumber || (firstLine === '' ? named.externalId : '');
  return [whose, firstLine.slice(0, MAX_LABEL)].filter((part) => part !== '').join(' · ');
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const field = fieldName([...issue.path, ...unknown.slice(0, 1)]);
  const isMissing = issue.code !== 'unrecognized_keys' && issue.code !== 'custom' && issue.input === undefined;
  return problem('invalid-input', isMissing ? 'import-field-missing' : issue.message, { field }, { field });
}

/** `times[0].minutes`: counted from 0, as the file's other tools do. */
const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');

/** Moments without a zone are on the clock of the office. */
const inOffice = (iso: string): DateTime => DateTime.fromISO(iso, { zone: OFFICE_ZONE });
