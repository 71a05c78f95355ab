import type { GoalInWords, Named } from '../../src/domain/facts';
import { ASK_ENDS, type AskInWords, type AskState } from '../../src/domain/ledger/ask';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about asks. */

const askedAt = new Date('2026-12-07T15:00:00Z');
const zone = 'America/Chicago';
const ada: Named = { slackUserId: 'UADA', name: 'Ada' };
const grace: Named = { slackUserId: 'UGRACE', name: 'Grace' };
const goal: GoalInWords = {
  id: '0198f3a2-0000-7000-8000-000000000001',
  number: 1,
  title: 'why me?',
  state: 'active',
  targetDate: null,
  stretch: false,
  audience: 'mentor',
  createdAt: askedAt,
};
const ask: AskInWords = {
  id: '0198f3a2-0000-7000-8000-000000000002',
  from: ada,
  to: grace,
  goal,
  text: 'Is the older syllabus still accepted?',
  askedAt,
  state: 'open',
};
const asks: readonly AskInWords[] = [
  ask,
  { ...ask, goal: null },
  { ...ask, text: null },
  { ...ask, goal: null, text: null },
];
const states: readonly AskState[] = ['open', 'answered', ...ASK_ENDS];

type AskSentence =
  | 'asksYou'
  | 'askLine'
  | 'ownAskLine'
  | 'askStateWords'
  | 'askSent'
  | 'ownStateWords'
  | 'wordWanted'
  | 'askWaits'
  | 'otherWays'
  | 'askStaysOpen'
  | 'askHelped'
  | 'askLetGo';

export const ASK_SAMPLES: { readonly [Name in AskSentence]: readonly Parameters<Words[Name]>[] } = {
  asksYou: asks.flatMap((each): Parameters<Words['asksYou']>[] => [
    [each, false],
    [each, true],
  ]),
  askLine: asks.map((each) => [each, zone]),
  ownAskLine: asks.map((each) => [each, zone]),
  askStateWords: states.map((state) => [ask, state]),
  askSent: asks.flatMap((each) => states.map((state): Parameters<Words['askSent']> => [each, state])),
  ownStateWords: states.map((state) => [grace, state]),
  wordWanted: [[grace]],
  askWaits: [[ask]],
  otherWays: [
    [ask, []],
    [ask, [ada]],
    [ask, [ada, grace]],
  ],
  askStaysOpen: [[grace]],
  askHelped: [[grace]],
  askLetGo: [[grace]],
};
