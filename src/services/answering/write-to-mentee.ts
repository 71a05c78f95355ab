import { named, type Named } from '../../domain/facts';
import { TEXT_LIMIT } from '../../domain/goal';
import { Refused } from '../../domain/refusal';
import type { Pair } from '../../store/mentorships';
import type { Actor, Context } from '../ports';

/** A mentor's own words to a mentee, in answer to nothing: they go at once, and are kept with who wrote them. */

/** Whom this mentor would write to. */
export async function menteeToWriteTo(context: Context, actor: Actor, mentorshipId: string): Promise<Named> {
  return named((await ownPair(context, actor, mentorshipId)).mentee);
}

/** @param formKey makes a form that is sent twice count once */
export async function writeToMentee(
  context: Context,
  actor: Actor,
  mentorshipId: string,
  text: string,
  formKey: string,
): Promise<Named> {
  const length = [...text].length;
  if (length > TEXT_LIMIT) throw new Refused({ code: 'text_too_long', limit: TEXT_LIMIT, length });
  const { id, mentor, mentee } = await ownPair(context, actor, mentorshipId);
  const onceKey = `words:${id}:${formKey}`;
  const { store } = context;
  if (await store.responses.hasKey(onceKey)) return named(mentee);
  await store.transaction(async (within) => {
    const response = await within.responses.add({
      fromId: mentor.id,
      kind: 'words',
      text,
      at: actor.now,
      onceKey,
    });
    if (!response) throw new Refused({ code: 'already_answered', state: 'other' });
    await within.messages.say(
      [{ kind: 'mentor_words', memberId: mentee.id, subjectId: response.id, onceKey }],
      actor.now,
    );
  });
  return named(mentee);
}

async function ownPair({ store }: Context, { member }: Actor, mentorshipId: string): Promise<Pair> {
  const pairs = await store.mentorships.currentOfMentor(member.id);
  const pair = pairs.find(({ id }) => id === mentorshipId);
  if (!pair) throw new Refused({ code: 'gone', what: 'mentorship' });
  return pair;
}
