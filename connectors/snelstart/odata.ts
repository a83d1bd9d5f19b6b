/** The query dialect of the vendor's lists (developer portal, page "OData"): names in filters are UpperCamelCase. */
import { momentLiteral } from '../_kit/odata-literals';

/** Rows changed after a moment of the package's clock; undefined = all rows. */
export const modifiedAfter = (zoneless: string | null): string | undefined =>
  zoneless === null ? undefined : `ModifiedOn gt ${momentLiteral(zoneless)}`;
