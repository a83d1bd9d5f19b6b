import { amsterdamOffsetMs } from '../../_kit/simulator/amsterdam-time';
import { padMoment } from '../../_kit/simulator/odata-moment';
import type { FieldValue, ValueType } from './field-table';
import type { Stamp } from './model';
import type { Quirks } from './quirks';

/** How values are written: the part of the quirks that concerns the look of an answer. */
export class WireView {
  constructor(
    private readonly quirks: Pick<Quirks, 'modifiedOnZone' | 'modifiedOnDigits' | 'nullInsteadOfEmptyArrays'>,
  ) {}

  value(type: ValueType, value: FieldValue): unknown {
    if (value === null) return null;
    if (typeof value === 'object') return trimFraction(this.sortableMoment(value));
    if (type === 'decimal') return Number(value);
    if (type === 'string' && value === '') return null;
    return value;
  }

  list(items: readonly unknown[]): unknown {
    return items.length === 0 && this.quirks.nullInsteadOfEmptyArrays === 'yes' ? null : items;
  }

  /** Moment without zone and with seven digits behind the second: moments compare as these texts do. */
  sortableMoment(value: Stamp | string): string {
    if (typeof value === 'string') return padMoment(value);
    const shiftMs = this.quirks.modifiedOnZone === 'local' ? amsterdamOffsetMs(value.atMs) : 0;
    const iso = new Date(value.atMs + shiftMs).toISOString();
    const ticks = this.quirks.modifiedOnDigits === '7' ? value.ticks : 0;
    return iso.slice(0, 23) + String(ticks).padStart(4, '0');
  }
}

/** As .NET writes moments: no zeros at the end of the fraction, no fraction when there is none. */
const trimFraction = (text: string): string => text.replace(/\.?0+$/, '');
