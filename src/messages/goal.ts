import { named, type GoalInWords, type Named } from '../domain/facts';
import type { Reaching } from '../domain/goal';
import type { Occasion } from '../domain/message';
import { congratulationKey, isToldOf, toldAt } from '../services/reads/reached';
import { mayWriteTo } from '../services/reads/readers';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import type { WorkspaceStore } from '../store';
import { field, nothing, toPerson, type Message } from './define';
import { replyBlocks } from './words';

/** A goal that was reached: words for whoever reached it, news for their mentors, and congratulations. */

/** Messages of before each occasion was told of by itself mean the last. */
function occasionOf(payload: unknown): Occasion {
  const reachedAt = field(payload, 'reachedAt');
  return {
    reachedAt: typeof reachedAt === 'string' && !Number.isNaN(Date.parse(reachedAt)) ? reachedAt : null,
  };
}

function reachedOn(store: WorkspaceStore, goalId: string, { reachedAt }: Occasion): Promise<Reaching | null> {
  return store.goals.reached(goalId, reachedAt === null ? null : new Date(reachedAt));
}

interface Reached {
  readonly goal: GoalInWords;
  readonly zone: string;
  /** The mentors who are told. */
  readonly mentors: readonly Named[];
  /** When they are; null once they were. */
  readonly toldAt: Date | null;
}

export const goalReached: Message<
  'goal_reached',
  Reached | { readonly goal: GoalInWords; readonly openAgain: true }
> = {
  refreshable: true,
  read: occasionOf,
  gather: toPerson(async (store, { subjectId, to, payload, isSaid }) => {
    const goal = await store.goals.byId(subjectId);
    const reached = await reachedOn(store, subjectId, payload);
    if (!goal || !reached) return null;
    if (reached.isOpenAgain) return isSaid ? { goal, openAgain: true } : null;
    const pairs = await store.mentorships.currentOfMentee(to.id);
    const told = pairs.filter((pair) => isToldOf(goal, reached, pair));
    const at = toldAt(reached.at);
    const isWaiting = await store.messages.waitsUntil(goal.id, 'goal_news', at);
    return {
      goal,
      zone: to.zone,
      mentors: told.map(({ mentor }) => named(mentor)),
      toldAt: isWaiting ? at : null,
    };
  }),
  render(words, facts) {
    if ('openAgain' in facts) return message([section(words.goalReopened(facts.goal))]);
    const { goal, zone, mentors, toldAt: at } = facts;
    const value = idValue(goal.id);
    return message([
      section(words.goalReachedWords(goal, zone, mentors, at)),
      ...(at === null
        ? []
        : [
            actions([
              button(words.tellNow(mentors), ACTIONS.goal_tell_now, { value }),
              button(words.BUTTONS.undo, ACTIONS.goal_undo, { value }),
            ]),
          ]),
      context(words.goalReachedNext()),
    ]);
  },
};

interface News {
  /** Null when it is no longer the mentor's to know. */
  readonly goal: GoalInWords | null;
  readonly mentee: Named;
  /** Of the mentee. */
  readonly zone: string;
  readonly congratulated: boolean;
  /** Whether it was opened again since. */
  readonly openAgain: boolean;
}

export const goalNews: Message<'goal_news', News> = {
  refreshable: true,
  read: occasionOf,
  gather: toPerson(async (store, { subjectId, to, payload, isSaid }) => {
    const goal = await store.goals.byId(subjectId);
    const reached = await reachedOn(store, subjectId, payload);
    const owner = goal && (await store.members.byId(goal.memberId));
    if (!goal || !reached || !owner) return null;
    const pairs = await store.mentorships.currentOfMentee(owner.id);
    const isTold = pairs.some((pair) => pair.mentorId === to.id && isToldOf(goal, reached, pair));
    // Taken back before it was said, it is not said.
    if (!isSaid && (reached.isOpenAgain || !isTold)) return null;
    return {
      goal: isTold ? goal : null,
      mentee: named(owner),
      zone: owner.zone,
      congratulated: await store.responses.hasKey(congratulationKey(goal.id, reached, to.id)),
      openAgain: reached.isOpenAgain,
    };
  }),
  render(words, { goal, mentee, zone, congratulated, openAgain }) {
    if (goal === null) return message([section(words.goalNewsTakenBack(mentee))]);
    const since = [
      ...(congratulated ? [words.congratulated(mentee)] : []),
      ...(openAgain ? [words.goalNewsOpenAgain()] : []),
    ].join(' ');
    const tap = button(words.BUTTONS.congratulate, ACTIONS.congratulate, {
      value: idValue(goal.id),
      style: 'primary',
      label: words.labelFor(words.BUTTONS.congratulate, goal.title),
    });
    return message([
      section(words.goalNews(goal, zone, mentee)),
      since === '' ? actions([tap]) : context(since),
    ]);
  },
};

interface Congratulation {
  readonly responseId: string;
  readonly goal: GoalInWords;
  readonly from: Named;
  readonly mayReply: boolean;
}

export const congratulation: Message<'congratulation', Congratulation> = {
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const response = await store.responses.byId(subjectId);
    const from = response && (await store.members.byId(response.fromId));
    const goal = response?.goalId ? await store.goals.byId(response.goalId) : null;
    if (!response || !from || !goal) return null;
    const mayReply = await mayWriteTo(store, to.id, from.id);
    return { responseId: response.id, goal, from: named(from), mayReply };
  }),
  render: (words, { responseId, goal, from, mayReply }) =>
    message([
      section(words.congratulationWords(goal, from)),
      ...(mayReply ? replyBlocks(words, from, responseId) : []),
    ]),
};
