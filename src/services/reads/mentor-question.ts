import { named, type MentorQuestion } from '../../domain/facts';
import type { Nudge } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import { mayWriteTo } from './readers';

/** The question of a mentor's own that a nudge asks; null where there is none, or the two are not paired any more. */
export async function mentorQuestionOf(
  store: WorkspaceStore,
  { id, memberId }: Pick<Nudge, 'id' | 'memberId'>,
): Promise<MentorQuestion | null> {
  const asked = await store.responses.ofNudge(id);
  const from = asked && (await store.members.byId(asked.fromId));
  if (!asked || !from || !(await mayWriteTo(store, memberId, from.id))) return null;
  return {
    responseId: asked.id,
    from: named(from),
    text: asked.text,
    state: asked.answered ? 'answered' : asked.passed ? 'passed' : 'open',
  };
}
