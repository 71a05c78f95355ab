import type { Audience } from '../../domain/check-in';
import type { BarrierAsked, Named } from '../../domain/facts';
import type { BarrierInWords } from '../../domain/ledger/barrier';
import { visibleTo } from './audience';
import { heard, titled, who } from './phrases';

/** What is in the way: named, asked about, cleared. Each sentence reads well whatever it is called. */

/** At the top of a nudge. */
export function barrierAsked({ barrier, goal, ideas, isLast }: BarrierAsked): string {
  const of = goal === null ? '' : ` of ${titled(goal.title)}`;
  return [
    `Last time this was in the way${of}: ${phrase(barrier)}. Is it still there?`,
    ...(barrier.idea === null ? [] : [`You thought this might help: ${heard(barrier.idea)}`]),
    ...ideas.map(({ from, text }) => `${who(from)} wrote: ${heard(text)}`),
    ...(isLast ? ['It has been open for four weeks, so I ask this once more and then let it rest.'] : []),
  ].join('\n');
}

export function barrierCleared(barrier: BarrierInWords): string {
  return `Cleared: ${phrase(barrier)}. One thing less in the way.`;
}

export function barrierStays(barrier: BarrierInWords): string {
  return `Still in the way: ${phrase(barrier)}. Thank you for saying so; I ask about it next time.`;
}

export function barrierDropped(barrier: BarrierInWords): string {
  return `Let go: ${phrase(barrier)}. I will not ask about it any more.`;
}

/** A line each: "In the way: *finding a co-speaker*. Might help: “…”" or "Cleared: *finding a co-speaker*." */
export function barrierLines(barriers: readonly BarrierInWords[]): string {
  return barriers
    .map((each) => {
      if (each.clearedAt !== null) return `Cleared: ${phrase(each)}.`;
      const idea = each.idea === null ? '' : ` Might help: ${heard(each.idea)}`;
      return `In the way: ${phrase(each)}.${idea}`;
    })
    .join('\n');
}

/** In App Home, with who reads it. */
export function openBarrier(barrier: BarrierInWords, readers: readonly Named[], audience: Audience): string {
  return `${barrierLines([barrier])}\n_${visibleTo(readers, audience)}_`;
}

export function barrierSaved(barrier: BarrierInWords): string {
  return `In the way: ${phrase(barrier)}. My next question begins with it.`;
}

export function barrierLetGo(): string {
  return 'Nothing is noted as in the way, so I will not ask about it.';
}

/** Somebody's sentence within ours: one full stop is enough. */
function phrase({ words }: BarrierInWords): string {
  return titled(words.replace(/\.$/, ''));
}
