import type { Problem } from '../../../preload/contract/model';
import type { DraftPart } from './work-order-draft';

/** An employee is named by the planning and by each booked time. */
const PARTS_OF_FIELD: Readonly<Record<string, readonly DraftPart[]>> = {
  customerId: ['customer'],
  workAddressId: ['customer'],
  employeeId: ['planning', 'times'],
  plannedStartAtMs: ['planning'],
  plannedEndAtMs: ['planning'],
  articles: ['articles'],
  forms: ['forms'],
};

/** The parts of a draft that a refusal is about; none when it is about the work order as a whole. */
export const partOfProblem = ({ field }: Problem): readonly DraftPart[] =>
  PARTS_OF_FIELD[/^\w+/.exec(field ?? '')?.[0] ?? ''] ?? [];
