import { decideEnrolment, type Person } from '../../src/domain/member';
import {
  ASK_AGAIN_AFTER,
  decideProposalAnswer,
  LAPSE_AFTER,
  pairKey,
  waitsFor,
  type Mentorship,
} from '../../src/domain/mentorship';

const DAY = 86_400_000;

const proposal = (by: 'mentor' | 'mentee', state: Mentorship['state'] = 'proposed'): Mentorship => ({
  id: 'p1',
  workspaceId: 'T1',
  programId: 'g1',
  mentorId: 'mentor',
  menteeId: 'mentee',
  proposedById: by,
  acceptedById: null,
  state,
  proposedAt: new Date(0),
  activeAt: null,
  askedAgainAt: null,
});

describe('a proposal', () => {
  test.each([
    ['mentor', 'mentee', 'accept', { kind: 'answer', state: 'active' }],
    ['mentor', 'mentee', 'decline', { kind: 'answer', state: 'ended' }],
    ['mentee', 'mentor', 'accept', { kind: 'answer', state: 'active' }],
    ['mentee', 'mentor', 'decline', { kind: 'answer', state: 'ended' }],
    ['mentor', 'mentor', 'accept', { kind: 'not_yours' }],
    ['mentee', 'mentee', 'decline', { kind: 'not_yours' }],
    ['mentor', 'somebody else', 'accept', { kind: 'not_yours' }],
  ] as const)('by the %s, answered by the %s with %s: %j', (by, from, answer, decision) => {
    expect(decideProposalAnswer(proposal(by), from, answer)).toEqual(decision);
  });

  test('by a coordinator is accepted by both, each once, and declined by either', () => {
    const fresh = { ...proposal('mentor'), proposedById: 'coordinator' };
    const half = { ...fresh, acceptedById: 'mentor' };
    expect(waitsFor(fresh)).toEqual(['mentor', 'mentee']);
    expect(decideProposalAnswer(fresh, 'mentee', 'accept')).toEqual({ kind: 'waits' });
    expect(decideProposalAnswer(half, 'mentor', 'accept')).toEqual({ kind: 'already', state: 'proposed' });
    expect(decideProposalAnswer(half, 'mentee', 'accept')).toEqual({ kind: 'answer', state: 'active' });
    for (const from of ['mentor', 'mentee']) {
      expect(decideProposalAnswer(half, from, 'decline')).toEqual({ kind: 'answer', state: 'ended' });
    }
    expect(decideProposalAnswer(half, 'coordinator', 'accept')).toEqual({ kind: 'not_yours' });
  });

  test.each(['active', 'paused', 'completed', 'ended'] as const)(
    'that is %s already is answered by saying so, and only to whom it was made',
    (state) => {
      const decided = proposal('mentor', state);
      expect(decideProposalAnswer(decided, 'mentee', 'accept')).toEqual({ kind: 'already', state });
      expect(decideProposalAnswer(decided, 'mentor', 'accept')).toEqual({ kind: 'not_yours' });
    },
  );

  test('is asked about after three days, and lapses a week later', () => {
    expect(ASK_AGAIN_AFTER).toBe(3 * DAY);
    expect(LAPSE_AFTER).toBe(7 * DAY);
  });

  test('is one of a pair, in which each has a side', () => {
    expect(pairKey('a', 'b')).toBe('a:b');
    expect(pairKey('b', 'a')).not.toBe(pairKey('a', 'b'));
  });
});

describe('whoever is enrolled', () => {
  const person: Person = {
    slackUserId: 'UMENTEE',
    teamId: 'T1',
    name: 'Mina',
    zone: 'America/Chicago',
    locale: null,
    isBot: false,
    isGone: false,
    isGuest: false,
    isExternal: false,
  };

  test.each([
    [{}, null],
    [{ isBot: true }, 'is_bot'],
    [{ isGone: true }, 'is_gone'],
    [{ isGuest: true }, 'is_guest'],
    [{ isExternal: true }, 'is_external'],
    // The plainest reason first.
    [{ isBot: true, isGone: true, isExternal: true }, 'is_bot'],
    [{ isExternal: true, isGuest: true }, 'is_external'],
  ])('%j: %s', (what, refusal) => {
    expect(decideEnrolment({ ...person, ...what })).toBe(refusal);
  });
});
