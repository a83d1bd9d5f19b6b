/** A planned moment as the fields show it, on the clock of this computer. */
export interface DayAndTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly time: string;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

export function toDayAndTime(atMs: number): DayAndTime {
  const at = new Date(atMs);
  return {
    day: `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`,
    time: `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`,
  };
}

export function fromDayAndTime({ day, time }: DayAndTime): number {
  return new Date(`${day}T${time}:00`).getTime();
}
