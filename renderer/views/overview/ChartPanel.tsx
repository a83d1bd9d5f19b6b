import { lazy, Suspense, useRef } from 'react';
import { Panel } from '../../ui/Panel';
import { Spoken } from '../../ui/Spoken';
import { useWasInSight } from '../../ui/use-was-in-sight';
import type { ChartBar } from './Charts';
import styles from './ChartPanel.module.css';

const Bars = lazy(() => import('./Charts').then((module) => ({ default: module.Bars })));

type Props = {
  title: string;
  bars: readonly ChartBar[];
  format: (value: number) => string;
  /** What the parts of a bar are, in their order; one part needs no name. */
  legend?: readonly string[];
  /** Names of the columns of the table that says the same, and its rows. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** In place of a chart of nothing. */
  empty: string;
};

/** A chart, and the same figures as a table for who cannot see it. */
export function ChartPanel({ title, bars, format, legend = [], head, rows, empty }: Props) {
  const isEmpty = bars.every(({ parts }) => parts.every((value) => value === 0));
  return (
    <Panel title={title}>
      {isEmpty ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <>
          <Chart bars={bars} format={format} legend={legend} />
          <Spoken>
            <FiguresTable title={title} head={head} rows={rows} />
          </Spoken>
        </>
      )}
    </Panel>
  );
}

/** Drawn once it comes into sight: there is only something to look for once there is something to draw. */
function Chart({ bars, format, legend }: Required<Pick<Props, 'bars' | 'format' | 'legend'>>) {
  const chart = useRef<HTMLDivElement>(null);
  const isDrawn = useWasInSight(chart, '100px');
  return (
    <div ref={chart} className={styles.chart}>
      {isDrawn ? (
        <Suspense fallback={<div className={styles.waiting} />}>
          <Bars bars={bars} format={format} />
        </Suspense>
      ) : (
        <div className={styles.waiting} />
      )}
      {legend.length === 0 ? null : (
        <ul className={styles.legend} aria-hidden="true">
          {legend.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FiguresTable({ title, head, rows }: Pick<Props, 'title' | 'head' | 'rows'>) {
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {others.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
