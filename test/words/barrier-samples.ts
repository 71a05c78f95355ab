import type { BarrierAsked, Named } from '../../src/domain/facts';
import type { BarrierInWords } from '../../src/domain/ledger/barrier';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about what is in the way. */

const grace: Named = { slackUserId: 'UGRACE', name: 'Grace' };
const open: BarrierInWords = {
  words: 'finding a co-speaker',
  idea: 'to ask Alan',
  clearedAt: null,
  movedAt: null,
  letGoAt: null,
};
export const BARRIERS: readonly BarrierInWords[] = [
  open,
  { ...open, words: 'why me?', idea: null },
  { ...open, clearedAt: new Date('2026-12-07T15:00:00Z') },
];
const each: readonly [BarrierInWords][] = BARRIERS.map((barrier) => [barrier]);
const asked: BarrierAsked = {
  checkInId: '0198f3a2-0000-7000-8000-000000000002',
  barrier: open,
  goal: null,
  ideas: [{ from: grace, text: 'I know two people.' }],
  heard: null,
  isLast: false,
  readers: [grace],
  audience: 'mentor',
};

type BarrierSentence =
  | 'barrierAsked'
  | 'barrierCleared'
  | 'barrierStays'
  | 'barrierDropped'
  | 'barrierLines'
  | 'openBarrier'
  | 'barrierSaved'
  | 'barrierMoveLabel';

export const BARRIER_SAMPLES: { readonly [Name in BarrierSentence]: readonly Parameters<Words[Name]>[] } = {
  barrierAsked: [[asked], [{ ...asked, barrier: BARRIERS[1] ?? open, ideas: [], isLast: true }]],
  barrierCleared: each,
  barrierStays: each,
  barrierDropped: each,
  barrierLines: [[BARRIERS]],
  openBarrier: BARRIERS.map((barrier) => [barrier, [grace], 'mentor']),
  barrierSaved: each,
  barrierMoveLabel: [['cleared'], ['change']],
};
