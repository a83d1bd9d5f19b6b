import type { BooksSize } from '../contract';
import type { ArticlePlan } from './articles';
import type { CustomerPlan } from './customers';

/** How many rows of each sort practice books have. */
export type PracticePlan = Omit<CustomerPlan, 'firstCode'> & ArticlePlan & { readonly suppliers: number };

/**
 * The practice books have all sorts of rows, and small books are a cut of the same; exact sizes have plain customers and
 * articles only.
 */
export function practicePlan(size: BooksSize): PracticePlan {
  if (size === 'practice' || size === 'small') {
    return { customers: 268, withNotable: true, suppliers: 18, articles: 420, withInactive: true };
  }
  return { ...size, withNotable: false, suppliers: 0, withInactive: false };
}
