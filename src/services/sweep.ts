import type { BankQuestion } from '../domain/question';
import type { Sweeps } from '../store/sweeps';
import { followUp } from './asking/follow-up';
import { planChannelDigests, planDigests } from './asking/plan-digests';
import { planNudges } from './asking/plan-nudges';
import { reviewProposals } from './pair/review-proposals';
import { sendPlanned } from './send-planned';

/** How many due rows one transaction takes. */
const BATCH = 500;

/** Everything that is due now, anywhere, planned and written down. Costs what is due, not what exists. */
export async function sweep(
  { sweeps, bank }: { sweeps: Sweeps; bank: readonly BankQuestion[] },
  now: Date,
): Promise<void> {
  const steps: ((limit: number) => Promise<number>)[] = [
    (limit) => sweeps.dueCadences('nudge', now, limit, (store, due) => planNudges(store, due, bank, now)),
    (limit) => sweeps.dueNudges(now, limit, (store, due) => sendPlanned(store, due, bank, now)),
    (limit) => sweeps.dueFollowUps(now, limit, (store, due) => followUp(store, due, now)),
    (limit) => sweeps.dueProposals(now, limit, (store, ids) => reviewProposals(store, ids, now)),
    (limit) => sweeps.dueCadences('digest', now, limit, (store, due) => planDigests(store, due, now)),
    (limit) =>
      sweeps.dueCadences('channel_digest', now, limit, (store, due) => planChannelDigests(store, due, now)),
  ];
  // One step that breaks keeps nobody from what the others bring.
  const broken: unknown[] = [];
  for (const step of steps) await all(step).catch((error: unknown) => broken.push(error));
  if (broken.length > 0) throw new AggregateError(broken, 'Parts of a sweep broke');
}

async function all(claim: (limit: number) => Promise<number>): Promise<void> {
  while ((await claim(BATCH)) === BATCH);
}
