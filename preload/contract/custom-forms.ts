/**
 * Custom forms (eigen formulieren): the questions that an office designs and the answers on a work order. Both cross the
 * bridge and are stored as they stand here.
 */
import { z } from 'zod';

export const QUESTION_KINDS = ['text', 'number', 'date', 'yes-no', 'choice', 'photo', 'signature'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const MAX_QUESTIONS = 200;
const MAX_CHOICES = 50;

const line = z.string().trim().min(1).max(500);
const questionId = z.string().regex(/^[a-z0-9-]{1,40}$/);

const asked = {
  /** Stays the same from version to version. */
  id: questionId,
  label: line,
  required: z.boolean(),
  /** As with the settings of a package: shows only while an earlier question has one of these answers. Null: always. */
  visibleWhen: z
    .object({
      key: questionId,
      oneOf: z
        .array(z.union([line, z.boolean()]))
        .min(1)
        .max(MAX_CHOICES),
    })
    .nullable(),
};

export const question = z.discriminatedUnion('kind', [
  z.object({ ...asked, kind: z.enum(['text', 'number', 'date', 'yes-no', 'photo', 'signature']) }),
  z.object({ ...asked, kind: z.literal('choice'), choices: z.array(line).min(1).max(MAX_CHOICES) }),
]);
export type Question = Readonly<z.output<typeof question>>;

export const formTitle = z.string().trim().min(1).max(200);
export const questions = z.array(question).min(1).max(MAX_QUESTIONS);

const fileId = z.number().int().positive();

const signature = z.object({
  /** Of who signs. */
  name: z.string().max(200),
  /** `YYYY-MM-DD`; empty = not filled in. */
  day: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  /** The drawn one among the files of the work order; null: name and day stand for it. */
  fileId: fileId.nullable(),
});
export type Signature = Readonly<z.output<typeof signature>>;

/**
 * An answer in the form of its question's kind: text and choice as text, number as an exact decimal text, date as
 * `YYYY-MM-DD`, yes-no as true or false, photo as the ids of files of the work order. A question without an answer is not
 * in the answers.
 */
const formAnswer = z.union([z.string().max(20_000), z.boolean(), z.array(fileId).max(50).readonly(), signature]);
export type FormAnswer = string | boolean | readonly number[] | Signature;

/** Answers by the id of their question. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;
export const formAnswers = z.record(questionId, formAnswer);

/** The questions of a form as they were from one change to the next. Once a work order uses it, it never changes. */
export interface FormVersion {
  readonly id: number;
  readonly formId: number;
  /** 1, 2, ... within its form. */
  readonly version: number;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** A designed form as the office lists it. */
export interface CustomFormRow {
  readonly id: number;
  readonly title: string;
  /** Whether it can be added to a work order. */
  readonly active: boolean;
  /** Work orders that hold it, in whichever version. */
  readonly workOrders: number;
  /** Its newest version. */
  readonly current: FormVersion;
}
