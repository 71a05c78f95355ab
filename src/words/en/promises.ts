import type { Audience } from '../../domain/check-in';
import type { Named, PromiseAsked, PromiseBetween } from '../../domain/facts';
import type { PromiseInWords } from '../../domain/ledger/promise';
import { quote } from '../mrkdwn';
import { visibleTo } from './audience';
import { dateInWords } from './moments';
import { titled, who } from './phrases';

/** What somebody said that they would do: named, asked about, kept, let go. Each sentence reads well whatever it is called. */

/** At the top of a nudge: "Last time you said what comes next: *book the exam*, by 12 March 2027. How did it go?" */
export function promiseAsked({
  promise,
  to,
  isLast,
}: Pick<PromiseAsked, 'promise' | 'to' | 'isLast'>): string {
  const said = to === null ? 'Last time you said what comes next' : `You promised ${who(to)}`;
  const asked = `${said}: ${promiseNamed(promise)}. How did it go?`;
  return isLast
    ? `${asked}\nIt has been open for four weeks, so I ask this once more and then let it rest.`
    : asked;
}

export function promiseKept(promise: PromiseInWords, to: Named | null): string {
  return to === null
    ? `Did: ${phrase(promise)}. That is the step you named.`
    : `Kept: ${phrase(promise)}. That is what you promised ${who(to)}.`;
}

export function promiseMoved(promise: PromiseInWords): string {
  return `Still to come: ${promiseNamed(promise)}. That is fine, and I ask about it next time.`;
}

export function promiseDropped(promise: PromiseInWords): string {
  return `Let go: ${phrase(promise)}. That is a decision too.`;
}

/** A line each: "Next: *book the exam*, by 12 March 2027." or "Did: *book the exam*." */
export function promiseLines(promises: readonly PromiseInWords[]): string {
  return promises
    .map((each) => (each.keptAt === null ? `Next: ${promiseNamed(each)}.` : `Did: ${phrase(each)}.`))
    .join('\n');
}

/** "You promised Grace: *introduce you to Alan*, by 12 March 2027.", or the same of the other side, or how it ended. */
export function promiseBetween({ promise, other, isMine }: Omit<PromiseBetween, 'promiseId'>): string {
  const [whose, whom] = isMine ? ['You', who(other)] : [who(other), 'you'];
  const { keptAt, letGoAt, letGoWhy } = promise;
  if (keptAt !== null) return `${whose} kept a promise to ${whom}: ${phrase(promise)}.`;
  if (letGoAt === null) return `${whose} promised ${whom}: ${promiseNamed(promise)}.`;
  const why = letGoWhy === null ? '' : `\n${quote(letGoWhy)}`;
  return `${whose} let a promise to ${whom} go: ${phrase(promise)}.${why}`;
}

/** To whoever was taken at their word. */
export function takenAtWord(other: Named, promise: PromiseInWords): string {
  return `${who(other)} would be glad of this, so I keep it as your promise: ${promiseNamed(promise)}.`;
}

/** Below it: nothing binds whoever did not mean it. */
export function takenAtWordHint(other: Named): string {
  return `You both see it, and I ask you how it goes. Not meant so? Change it or let it go, and ${who(other)} reads that.`;
}

export function promiseHint(other: Named): string {
  return `You both see it in App Home. I ask ${who(other)} how it goes, and not you.`;
}

/** In App Home, with who reads it. */
export function openStep(promise: PromiseInWords, readers: readonly Named[], audience: Audience): string {
  return `${promiseLines([promise])}\n_${visibleTo(readers, audience)}_`;
}

export function promiseSaved(promise: PromiseInWords, to: Named | null): string {
  return to === null
    ? `Next: ${promiseNamed(promise)}. My next question begins with it.`
    : `You promised ${who(to)}: ${promiseNamed(promise)}. I ask you how it goes.`;
}

/** To whoever took the other at their word. */
export function promiseNoted(from: Named): string {
  return `I keep it as a promise of ${who(from)}, who hears so now.`;
}

/** Where a button stood to keep these words as a promise. */
export function keptAsPromise(from: Named): string {
  return `Kept as a promise of ${who(from)}`;
}

export function stepLetGo(): string {
  return 'Nothing is noted as next, so I will not ask about it.';
}

/** In the form, before it is sent. */
export function promiseTerms(to: Named | null): string {
  return to === null
    ? 'Whoever you choose reads it at once. I ask you how it goes, with my next question or digest.'
    : `${who(to)} reads every change of it.`;
}

function promiseNamed(promise: PromiseInWords): string {
  const { by } = promise;
  return by === null ? phrase(promise) : `${phrase(promise)}, by ${dateInWords(by)}`;
}

/** Somebody's sentence within ours: one full stop is enough. */
function phrase({ words }: PromiseInWords): string {
  return titled(words.replace(/\.$/, ''));
}
