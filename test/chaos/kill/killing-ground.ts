/** A simulated package with sockets, a database file, and programs that are killed while they work with both. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSimulator, SimulatorControl } from '../../../connectors/_kit/simulator/contract';
import { startSimulator } from '../../../connectors/snelstart/simulator/index';
import { openStore } from '../../../main/db/open-store';
import { audit } from '../auditor';
import type { Violation } from '../violation';
import type { KillAnswer, KillOrder } from './order';

/** Work time of each work order of the victim, in minutes. */
const MINUTES = 60;
/** A program that says nothing for so long hangs. */
const LONGEST_LIFE_MS = 120_000;

export interface Life {
  /** Null: it was killed. */
  readonly answer: KillAnswer | null;
}

export interface Victim {
  /** The built program. */
  readonly program: string;
  /** How its engine is wrong on purpose, see `BREAKS`; null = it is as it is. */
  readonly broken: string | null;
}

export class KillingGround {
  private readonly folder = mkdtempSync(join(tmpdir(), 'koppel-kill-'));
  private readonly file = join(this.folder, 'company.sqlite');
  private readonly startMs = Date.now();

  private constructor(
    private readonly victim: Victim,
    private readonly simulator: RunningSimulator,
  ) {}

  static async open(victim: Victim): Promise<KillingGround> {
    return new KillingGround(victim, await startSimulator({ seed: 1, books: { customers: 3, articles: 6 } }));
  }

  get control(): SimulatorControl {
    return this.simulator.control;
  }

  /** One life of the program; `afterMs`: killed from outside after so many milliseconds. */
  live(wish: Pick<KillOrder, 'workOrders' | 'killAt'>, afterMs: number | null = null): Promise<Life> {
    const { endpoints, registration, credentials } = this.simulator;
    const order: KillOrder = {
      ...wish,
      broken: this.victim.broken,
      file: this.file,
      endpoints,
      secrets: { ...registration, ...credentials },
      startMs: this.startMs,
    };
    const victim = spawn(process.execPath, [this.victim.program, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const kill = (): void => void victim.kill('SIGKILL');
    const timer = setTimeout(kill, afterMs ?? LONGEST_LIFE_MS);
    let said = '';
    victim.stdout.on('data', (part: Buffer) => (said += part.toString()));
    return new Promise((resolve, reject) => {
      victim.on('error', reject);
      victim.on('close', (code, signal) => {
        clearTimeout(timer);
        if (code === 0) resolve({ answer: JSON.parse(said) as KillAnswer });
        else if (signal === 'SIGKILL' && (wish.killAt !== null || afterMs !== null)) resolve({ answer: null });
        else reject(new Error(`The program ended with ${signal ?? code ?? 'nothing'}`));
      });
    });
  }

  /** The books against the database, and the database against itself. */
  audit(workOrders: number): readonly Violation[] {
    const store = openStore({ file: this.file });
    try {
      const { rows } = store.queue.list({ search: '', offset: 0, limit: 100_000 });
      const [customer = { number: '', name: '' }] = store.customers.list({ search: '', offset: 0, limit: 1 }).rows;
      const done = rows.map(({ id, workOrderNumber }) => ({
        number: workOrderNumber,
        entryId: id,
        customer,
        minutes: MINUTES,
      }));
      const sound = store.info.integrityCheck();
      const missing = workOrders - rows.length;
      return [
        ...audit({ store, documents: this.control.documents(), done, isReliable: true }),
        ...(missing === 0 ? [] : [{ kind: 'lost' as const, detail: `${missing} work orders were not archived` }]),
        ...(sound.ok ? [] : [{ kind: 'damaged' as const, detail: sound.detail }]),
      ];
    } finally {
      store.close();
    }
  }

  async close(): Promise<void> {
    await this.simulator.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
