import type { Cadence } from '../domain/cadence';
import { named, type Named } from '../domain/facts';
import type { Member } from '../domain/member';
import { nextAsked } from '../services/reads/next-asked';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import type { MentorshipState } from '../domain/mentorship';
import type { WorkspaceStore } from '../store';
import type { Pair } from '../store/mentorships';
import { field, nothing, toPerson, type Message } from './define';

/** Welcome, and what is said while two people become a mentorship. */

interface Welcome {
  readonly asCoordinator: boolean;
}

export const welcome: Message<'welcome', Welcome> = {
  read: nothing,
  gather: toPerson(async (store, { to }) => {
    const coordinates = await store.programs.coordinatedBy(to.id);
    return { asCoordinator: coordinates.length > 0 };
  }),
  render: (words, { asCoordinator }) =>
    message([
      section(words.welcome(asCoordinator)),
      section(words.welcomeHow()),
      section(words.welcomeStart()),
      actions([
        button(words.BUTTONS.addGoal, ACTIONS.goal_add),
        button(words.BUTTONS.settings, ACTIONS.open_settings),
      ]),
    ]),
};

/** The mentorship as one of its two sees it: the other, and what they themselves are in it. */
async function sideOf(store: WorkspaceStore, mentorshipId: string, to: Member) {
  const pair = await store.mentorships.byId(mentorshipId);
  if (!pair) return null;
  const isMentor = pair.mentorId === to.id;
  return {
    other: named(isMentor ? pair.mentee : pair.mentor),
    role: isMentor ? ('mentor' as const) : ('mentee' as const),
    state: pair.state,
    /** A coordinator's, who is neither of the two. */
    isOutside: to.id !== pair.mentorId && to.id !== pair.menteeId,
    pair,
  };
}

/** Whoever brought two others together. */
async function pairedBy(
  store: WorkspaceStore,
  { proposedById, mentorId, menteeId }: Pair,
): Promise<Named | null> {
  if (proposedById === mentorId || proposedById === menteeId) return null;
  const by = await store.members.byId(proposedById);
  return by && named(by);
}

interface Proposal {
  readonly mentorshipId: string;
  readonly from: Named;
  /** Who brought the two together, where neither of them did. */
  readonly by: Named | null;
  /** What the person asked would become. */
  readonly role: 'mentor' | 'mentee';
  /** 'waits': accepted, and the other has not answered. */
  readonly state: 'proposed' | 'waits' | 'active' | 'ended' | 'other';
  readonly again: boolean;
  /** The person asked, where they meet the bot by it. */
  readonly hello: Named | null;
}

export const proposal: Message<'proposal', Proposal> = {
  refreshable: true,
  read: (payload) => ({ again: field(payload, 'again') === true, hello: field(payload, 'hello') === true }),
  gather: toPerson(async (store, { subjectId, to, payload }) => {
    const side = await sideOf(store, subjectId, to);
    if (!side) return null;
    const { other, role, state, pair } = side;
    return {
      mentorshipId: subjectId,
      from: other,
      by: await pairedBy(store, pair),
      role,
      state: state === 'proposed' && pair.acceptedById === to.id ? 'waits' : settled(state),
      again: payload.again,
      hello: payload.hello ? named(to) : null,
    };
  }),
  render(words, { mentorshipId, from, by, role, state, again, hello }) {
    const asked = section(words.proposal(from, role, by, hello));
    if (state !== 'proposed') return message([asked, context(words.proposalState(state, role))]);
    const value = idValue(mentorshipId);
    return message([
      asked,
      section(hello === null ? words.proposalTerms(role) : words.proposalFirst(from, role)),
      ...(again ? [section(words.proposalAgain())] : []),
      actions([
        button(words.BUTTONS.accept, ACTIONS.proposal_accept, { value, style: 'primary' }),
        button(words.BUTTONS.decline, ACTIONS.proposal_decline, { value }),
      ]),
      context(words.mentorSees(from, role)),
    ]);
  },
};

function settled(state: MentorshipState): 'proposed' | 'active' | 'ended' | 'other' {
  return state === 'paused' || state === 'completed' ? 'other' : state;
}

/** The two, as the coordinator reads of them who brought them together. */
interface Both {
  readonly mentor: Named;
  readonly mentee: Named;
}

function both({ mentor, mentee }: Pair): Both {
  return { mentor: named(mentor), mentee: named(mentee) };
}

interface Paired {
  readonly mentorshipId: string;
  readonly other: Named;
  readonly role: 'mentor' | 'mentee';
  readonly cadence: Cadence | null;
  readonly next: Date | null;
  readonly zone: string;
}

export const paired: Message<'paired', Paired | Both> = {
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const side = await sideOf(store, subjectId, to);
    if (!side) return null;
    const { other, role, isOutside, pair } = side;
    if (isOutside) return both(pair);
    const cadence = await store.cadences.ofMember(to.id, role === 'mentor' ? 'digest' : 'nudge');
    const next = role === 'mentor' ? (cadence?.nextDueAt ?? null) : await nextAsked(store, to);
    return { mentorshipId: subjectId, other, role, cadence, next, zone: to.zone };
  }),
  render: (words, facts) =>
    'mentor' in facts
      ? message([section(words.twoPaired(facts.mentor, facts.mentee))])
      : message([
          section(words.paired(facts)),
          section(words.pairedNext(facts.role)),
          actions([
            button(words.BUTTONS.addGoal, ACTIONS.goal_add),
            button(words.BUTTONS.agreeOnPlan, ACTIONS.agreement_change, {
              value: idValue(facts.mentorshipId),
            }),
          ]),
        ]),
};

export const proposalDeclined: Message<'proposal_declined', { readonly by: Named }> = {
  read(payload) {
    const byId = field(payload, 'byId');
    return { byId: typeof byId === 'string' ? byId : null };
  },
  gather: toPerson(async (store, { subjectId, to, payload }) => {
    const side = await sideOf(store, subjectId, to);
    const by = payload.byId === null ? null : await store.members.byId(payload.byId);
    return side && { by: by === null ? side.other : named(by) };
  }),
  render: (words, { by }) => message([section(words.proposalDeclined(by))]),
};

export const proposalLapsed: Message<'proposal_lapsed', { readonly other: Named } | Both> = {
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const side = await sideOf(store, subjectId, to);
    return side && (side.isOutside ? both(side.pair) : { other: side.other });
  }),
  render: (words, facts) =>
    message([
      section(
        'other' in facts
          ? words.proposalLapsed(facts.other)
          : words.pairingLapsed(facts.mentor, facts.mentee),
      ),
    ]),
};

export const pairEnded: Message<'pair_ended', { readonly by: Named }> = {
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const side = await sideOf(store, subjectId, to);
    // Taken back in the meantime.
    return side?.state === 'ended' ? { by: side.other } : null;
  }),
  render: (words, { by }) => message([section(words.pairEnded(by))]),
};
