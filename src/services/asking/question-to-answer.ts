import type { Audience } from '../../domain/check-in';
import type { AskedQuestion } from '../../domain/facts';
import { Refused } from '../../domain/refusal';
import { askedQuestions } from '../reads/questions';
import type { Actor, Context } from '../ports';
import { ownNudge } from './put-off-nudge';
import { sharingOfAnswer } from '../answering/record-check-in';

/** One question of a nudge of theirs, with what was answered so far, and who would read an answer. */
export async function questionToAnswer(
  { store }: Context,
  actor: Actor,
  { nudgeId, position }: { nudgeId: string; position: number },
): Promise<AskedQuestion & { readonly audience: Audience }> {
  const nudge = await ownNudge(store, actor, nudgeId);
  const asked = (await askedQuestions(store, nudge)).find((question) => question.position === position);
  if (!asked) throw new Refused({ code: 'gone', what: 'nudge' });
  if (asked.answer !== null) return { ...asked, audience: asked.answer.audience };
  const { audience, sharedWith } = await sharingOfAnswer(store, actor.member, nudge, asked.goal);
  // While there is nobody who could read, it is for oneself.
  return { ...asked, audience: sharedWith.length === 0 ? 'self' : audience };
}
