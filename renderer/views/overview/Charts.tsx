/** Loaded when the overview shows: the library of charts is larger than the rest of the screens together. */
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts';

/** One bar; `parts` lie on each other in the order of `PARTS`. */
export interface ChartBar {
  readonly label: string;
  readonly parts: readonly number[];
}

const COLOURS = ['var(--color-chart-work)', 'var(--color-chart-travel)'];
const TICK = { fill: 'var(--color-text-muted)', fontSize: 12 };
const HEIGHT_PX = 168;

/** Bars of whole numbers. Only to look at: the same figures stand in a table beside it for who cannot see it. */
export function Bars({ bars, format }: { bars: readonly ChartBar[]; format: (value: number) => string }) {
  const parts = bars[0]?.parts.map((_, index) => index) ?? [];
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={HEIGHT_PX}>
        <BarChart data={[...bars]} margin={{ top: 4, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="label" tick={TICK} tickLine={false} stroke="var(--color-line)" minTickGap={4} />
          <YAxis
            width={44}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
            tickFormatter={format}
          />
          {parts.map((index) => (
            <Bar
              key={index}
              dataKey={({ parts: own }: ChartBar) => own[index] ?? 0}
              stackId="parts"
              fill={COLOURS[index] ?? COLOURS[0] ?? ''}
              stroke="var(--color-surface)"
              maxBarSize={36}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
