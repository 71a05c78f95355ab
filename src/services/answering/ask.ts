import { named, type Named } from '../../domain/facts';
import { TEXT_LIMIT, type Goal } from '../../domain/goal';
import { PATIENCE } from '../../domain/ledger/ask';
import type { Member } from '../../domain/member';
import { addWorkingDays, lifeOf } from '../../domain/member-life';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import { goalFor } from '../reads/readers';
import type { Actor, Context, Placed } from '../ports';
import { refreshAsk, refreshHome } from '../refresh';
import { passOn } from './pass-on';

/** Asks for clarity, of either of a pair to the other: they reach them at once, and stay open until they answer. */

export interface NewAsk {
  /** Of the words, where a draft becomes one. */
  readonly id?: string;
  readonly from: Member;
  readonly to: Member;
  /** Null: they want a word, and say no more. */
  readonly text: string | null;
  readonly goalId?: string;
  readonly checkInId?: string;
  readonly origin?: Placed | null;
  /** In whose thread it is read. */
  readonly below?: Placed | null;
  readonly onceKey: string;
}

/** Answers the id of the ask; null where these very words were asked before, or a word is wanted already. */
export async function askWithin(store: WorkspaceStore, ask: NewAsk, now: Date): Promise<string | null> {
  const { from, to, text, origin = null } = ask;
  const open = await store.asks.ofMembers([from.id]);
  const isOpen = open.some(
    (each) =>
      each.fromId === from.id && each.toId === to.id && each.text === null && each.answeredAt === null,
  );
  if (text === null && isOpen) return null;
  const words = await passOn(store, { ...ask, toId: to.id, kind: 'question', after: null, origin }, now);
  if (words === null) return null;
  const dueAt = addWorkingDays(now, PATIENCE, lifeOf(to, []));
  await store.asks.open({ id: words.id, fromId: from.id, toId: to.id, dueAt });
  await refreshHome(store, from.id, to.id);
  return words.id;
}

export interface AskDraft {
  readonly mentorshipId: string;
  readonly goalId: string | null;
  readonly text: string | null;
  /** An earlier ask of the same person gives way to it. */
  readonly earlierId: string | null;
  /** Makes a form that is sent twice one ask. */
  readonly onceKey: string;
}

/** Asks the other of a pair. Answers whom, and whether a word of theirs was wanted already. */
export async function ask(
  { store }: Context,
  { member: from, now }: Actor,
  { mentorshipId, goalId, text, earlierId, onceKey }: AskDraft,
): Promise<{ readonly to: Named; readonly isNew: boolean }> {
  const pair = (await pairsWith(store, from)).find(({ id }) => id === mentorshipId);
  if (!pair) throw new Refused({ code: 'not_paired_with' });
  const to = otherOf(pair, from);
  const length = [...(text ?? '')].length;
  if (length > TEXT_LIMIT) throw new Refused({ code: 'text_too_long', limit: TEXT_LIMIT, length });
  if (to.goneAt !== null) throw new Refused({ code: 'is_gone', who: to.slackUserId });
  const goal = goalId === null ? null : (await goalsBetween(store, pair)).find(({ id }) => id === goalId);
  if (goal === undefined) throw new Refused({ code: 'gone', what: 'goal' });
  const isNew = await store.transaction(async (within) => {
    // Two taps at once want one word.
    await within.members.lock(from.id);
    const earlier = earlierId === null ? null : await within.asks.byId(earlierId);
    if (
      earlier?.fromId === from.id &&
      earlier.toId === to.id &&
      (await within.asks.end(earlier.id, 'let_go', now))
    )
      await refreshAsk(within, earlier.id);
    const id = await askWithin(
      within,
      {
        from,
        to,
        text,
        ...(goal === null ? {} : { goalId: goal.id }),
        onceKey: `ask:${from.id}:${to.id}:${onceKey}`,
      },
      now,
    );
    if (id === null) return false;
    await within.messages.say(
      [
        {
          kind: 'ask_sent',
          memberId: from.id,
          subjectId: id,
          onceKey: `ask-sent:${id}`,
        },
      ],
      now,
    );
    return true;
  });
  return { to: named(to), isNew };
}

/** The same for a person whom a whole message names: "I need help from @mentor". */
export async function askPerson(
  context: Context,
  actor: Actor,
  slackUserId: string,
): Promise<{ readonly to: Named; readonly isNew: boolean }> {
  if (slackUserId === actor.member.slackUserId) throw new Refused({ code: 'yourself' });
  const pairs = await pairsWith(context.store, actor.member);
  const pair = pairs.find((each) => otherOf(each, actor.member).slackUserId === slackUserId);
  if (!pair) throw new Refused({ code: 'not_paired_with' });
  const words = { goalId: null, text: null, earlierId: null };
  const onceKey = `person:${actor.now.toISOString()}`;
  return ask(context, actor, { ...words, mentorshipId: pair.id, onceKey });
}

export interface AskChoices {
  /** Each person once, whatever they are to whoever asks. */
  readonly people: readonly (Named & { readonly mentorshipId: string })[];
  /** What it may be about, as both know of it; none while it is open whom it is for, unless all are mentors. */
  readonly goals: readonly Goal[];
  /** Words of an earlier ask, to be asked of somebody else. */
  readonly text: string | null;
}

/** Whom somebody may ask, and about what. @param askId whose words to begin with */
export async function askChoices(
  { store }: Context,
  { member }: Actor,
  mentorshipId: string | null,
  askId: string | null,
): Promise<AskChoices> {
  const all = await pairsWith(store, member);
  const pairs = mentorshipId === null ? all : all.filter(({ id }) => id === mentorshipId);
  const [first] = pairs;
  if (first === undefined)
    throw new Refused({ code: mentorshipId === null ? 'nobody_to_ask' : 'not_paired_with' });
  const people = new Map(
    pairs.map((pair) => {
      const other = otherOf(pair, member);
      return [other.id, { ...named(other), mentorshipId: pair.id }];
    }),
  );
  const isClear = people.size === 1 || pairs.every(({ menteeId }) => menteeId === member.id);
  const before = askId === null ? null : await store.asks.byId(askId);
  return {
    people: [...people.values()],
    goals: isClear ? await goalsBetween(store, first) : [],
    text: before?.fromId === member.id ? before.text : null,
  };
}

/** Open goals of the mentee of a pair, which both know of. */
async function goalsBetween(store: WorkspaceStore, pair: Pair): Promise<Goal[]> {
  const goals = await store.goals.ofMembers([pair.menteeId], 'active');
  return goals.filter((goal) => goalFor([{ kind: 'mentor', through: pair }], goal) !== null);
}

/** Those of whoever asked: that an answer helped, or not yet, or that they let it go. Answers whom they asked. */
export async function settleAsk(
  { store }: Context,
  { member, now }: Actor,
  askId: string,
  word: 'helped' | 'not_yet' | 'let_go',
): Promise<Named> {
  const asked = await store.asks.byId(askId);
  const to = asked && (await store.members.byId(asked.toId));
  if (!asked || !to) throw new Refused({ code: 'gone', what: 'words' });
  if (asked.fromId !== member.id) throw new Refused({ code: 'not_yours' });
  await store.transaction(async (within) => {
    const isDone =
      word === 'not_yet'
        ? await within.asks.waitAgain(askId, addWorkingDays(now, PATIENCE, lifeOf(to, [])))
        : await within.asks.end(askId, word, now);
    if (!isDone) throw new Refused({ code: 'ask_over' });
    await refreshAsk(within, askId);
  });
  return named(to);
}

async function pairsWith(store: WorkspaceStore, member: Member): Promise<Pair[]> {
  return (await store.mentorships.openOf(member.id)).filter(({ state }) => state !== 'proposed');
}

function otherOf({ mentor, mentee }: Pair, member: Member): Member {
  return mentor.id === member.id ? mentee : mentor;
}
