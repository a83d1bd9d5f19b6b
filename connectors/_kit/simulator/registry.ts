import type { RunningSimulator, SimulatorOptions } from './contract';

type StartSimulator = (options?: SimulatorOptions) => Promise<RunningSimulator>;

/** Every simulator by connector id, loaded only when it is started. */
const SIMULATORS: Readonly<Record<string, () => Promise<{ readonly startSimulator: StartSimulator }>>> = {
  'e-boekhouden': () => import('../../e-boekhouden/simulator/index'),
  billit: () => import('../../billit/simulator/index'),
  'exact-online': () => import('../../exact-online/simulator/index'),
  snelstart: () => import('../../snelstart/simulator/index'),
  'visma-net': () => import('../../visma-net/simulator/index'),
};

export const simulatorNames: readonly string[] = Object.keys(SIMULATORS);

/** How to start the simulator of this name; null when there is none. */
export async function findSimulator(name: string): Promise<StartSimulator | null> {
  if (!Object.hasOwn(SIMULATORS, name)) return null;
  const module = await SIMULATORS[name]?.();
  return module?.startSimulator ?? null;
}
