import type { DueWhat } from '../domain/due';
import type { BankQuestion } from '../domain/question';
import type { WorkspaceStore } from '../store';
import type { DueCadence, Sweeps } from '../store/sweeps';
import { reviewAsks } from './answering/review-asks';
import { followUp } from './asking/follow-up';
import { planChannelDigests, planDigests } from './asking/plan-digests';
import { planNudges } from './asking/plan-nudges';
import { reviewDueAgreements } from './pair/review-agreements';
import { reviewProposals } from './pair/review-proposals';
import { sendPostponed } from './asking/send-postponed';

/** How many due rows one transaction takes. */
const BATCH = 500;
/** How many batches of a step are under way at once. */
const AT_ONCE = 2;
/** A row that breaks its batch is tried again after so long. */
const ASIDE_FOR = 60 * 60 * 1000;

/** One kind of thing that falls due: claims up to so many, in one transaction, and does what is due with them. */
interface Step {
  readonly what: DueWhat;
  claim(limit: number, note: Note): Promise<number>;
}

/** Told which rows are about to be worked on. */
type Note = (store: WorkspaceStore, rows: readonly { readonly id: string }[]) => void;

/** A row whose work broke, and which is left alone for a while so that it stops nobody else. */
class LaidAside extends Error {
  override name = 'LaidAside';
  constructor(what: DueWhat, id: string, cause: unknown) {
    super(`A due ${what} was laid aside for an hour: ${id}`, { cause });
  }
}

export interface SweepTools {
  readonly sweeps: Sweeps;
  readonly bank: readonly BankQuestion[];
  /** Hears of each row that was laid aside; without it, the sweep counts as broken. */
  readonly onLaidAside?: (error: Error) => void;
  /** Called while a long sweep gets on. */
  readonly getsOn?: () => void;
}

/** Everything that is due now, anywhere, planned and written down. Costs what is due, not what exists. */
export async function sweep({ sweeps, bank, ...tools }: SweepTools, now: Date): Promise<void> {
  const cadences = (
    purpose: 'nudge' | 'digest' | 'channel_digest',
    plan: (store: WorkspaceStore, due: readonly DueCadence[]) => Promise<void>,
  ): Step => ({
    what: purpose,
    claim: (limit, note) => sweeps.dueCadences(purpose, now, limit, noted(note, plan)),
  });
  const steps: Step[] = [
    cadences('nudge', (store, due) => planNudges(store, due, bank, now)),
    {
      what: 'postponed',
      claim: (limit, note) =>
        sweeps.dueNudges(
          now,
          limit,
          noted(note, (store, due) => sendPostponed(store, due, bank, now)),
        ),
    },
    {
      what: 'follow_up',
      claim: (limit, note) =>
        sweeps.dueFollowUps(
          now,
          limit,
          noted(note, (store, due) => followUp(store, due, now)),
        ),
    },
    {
      what: 'proposal',
      claim: (limit, note) =>
        sweeps.dueProposals(
          now,
          limit,
          noted(note, async (store, due) => {
            await reviewProposals(store, due, now);
            await reviewDueAgreements(store, due, now);
          }),
        ),
    },
    cadences('digest', (store, due) => planDigests(store, due, now)),
    cadences('channel_digest', (store, due) => planChannelDigests(store, due, now)),
    // Last: what goes out with a question or a digest of this minute needs no message of its own.
    {
      what: 'ask',
      claim: (limit, note) =>
        sweeps.dueAsks(
          now,
          limit,
          noted(note, (store, due) => reviewAsks(store, due, now)),
        ),
    },
  ];
  // One step that breaks keeps nobody from what the others bring.
  const broken: unknown[] = [];
  const { onLaidAside = (error: Error) => void broken.push(error), getsOn = () => undefined } = tools;
  for (const step of steps) {
    const run = () =>
      all(step, { sweeps, onLaidAside, getsOn }, now).catch((error: unknown) => broken.push(error));
    // While one batch waits for the database, another is decided: claims pass over each other's rows.
    await Promise.all(Array.from({ length: AT_ONCE }, run));
  }
  if (broken.length > 0) throw new AggregateError(broken, 'Parts of a sweep broke');
}

function noted<Due extends { readonly id: string }>(
  note: Note,
  work: (store: WorkspaceStore, due: readonly Due[]) => Promise<void>,
): (store: WorkspaceStore, due: readonly Due[]) => Promise<void> {
  return (store, due) => {
    note(store, due);
    return work(store, due);
  };
}

/** A batch that fails is taken in halves until the row that breaks it is alone; that one is laid aside. */
async function all(
  step: Step,
  { sweeps, onLaidAside, getsOn }: Required<Omit<SweepTools, 'bank'>>,
  now: Date,
): Promise<void> {
  let limit = BATCH;
  for (;;) {
    let claimed: { workspaceId: string; id: string }[] = [];
    try {
      const count = await step.claim(limit, ({ workspaceId }, rows) => {
        claimed = [...claimed, ...rows.map(({ id }) => ({ workspaceId, id }))];
      });
      if (count < limit) return;
      getsOn();
    } catch (error) {
      const [row, ...others] = claimed;
      // Nothing was claimed: the database is what broke.
      if (row === undefined) throw error;
      if (others.length > 0) {
        limit = Math.ceil(claimed.length / 2);
        continue;
      }
      const until = new Date(now.getTime() + ASIDE_FOR);
      // Two may meet the same row, one after the other: it is told once.
      if (await sweeps.layAside(step.what, row, { reason: nameOf(error), now, until }))
        onLaidAside(new LaidAside(step.what, row.id, error));
      limit = BATCH;
    }
  }
}

/** Its code or its name: a message of others may hold people's words. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? String(error.code) : '';
  return /^\w{1,60}$/.test(code) ? code : error.name.slice(0, 60);
}
