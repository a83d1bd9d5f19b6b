/** Making a work order of another one, or of a template for recurring jobs. */
import { z } from 'zod';
import type { WorkOrderDetail } from './views';

const MOST_IN_NAME = 100;

/** Name under which the office finds a template. */
export const templateName = z.string().trim().min(1).max(MOST_IN_NAME);

/** What a work order was made of. */
export type MadeFrom =
  /** Number of the work order that it is a copy of. */
  | { readonly kind: 'copy'; readonly number: string }
  /** Name of the template, as it was then. */
  | { readonly kind: 'template'; readonly name: string };

export interface TemplateRow {
  readonly id: number;
  readonly name: string;
  /** Empty when it is for any customer. */
  readonly customerName: string;
  readonly description: string;
  /** How many article lines it has. */
  readonly articles: number;
  readonly changedAtMs: number;
}

/** What could not be taken over, because it ended or went since. */
export interface LeftOut {
  readonly kind: 'customer' | 'workAddress' | 'employee' | 'article' | 'form';
  /** How people know it: number and name, code and description, address, title. */
  readonly label: string;
}

/** A work order that was made of another one or of a template. */
export interface WorkOrderMade {
  readonly workOrder: WorkOrderDetail;
  readonly leftOut: readonly LeftOut[];
}
