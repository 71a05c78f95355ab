import { broken, type Promised, type Row } from './outcome';
import { openWorld, type World, type WorldSettings } from './world';

/** One thing that goes wrong, and what is promised nevertheless. */
export interface Case {
  readonly name: string;
  /** Whether it belongs to the short form, which every test run has. */
  readonly isShort?: boolean;
  readonly world: Omit<WorldSettings, 'seed'>;
  /** Lets it go wrong, and waits until all is well again. What it answers is promised for this case alone. */
  readonly run: (world: World) => Promise<Promised['more'] | void>;
  readonly promised: Omit<Promised, 'more'>;
}

export async function runCase({ name, world: settings, run, promised }: Case, seed: number): Promise<Row> {
  const begun = performance.now();
  const world = await openWorld({ ...settings, seed });
  try {
    const more = (await run(world)) ?? {};
    const outcome = await world.outcome();
    return {
      name,
      outcome,
      broken: broken(outcome, { ...promised, more }),
      took: (performance.now() - begun) / 1000,
    };
  } finally {
    await world.close();
  }
}
