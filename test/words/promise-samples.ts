import type { Named } from '../../src/domain/facts';
import type { PromiseInWords } from '../../src/domain/ledger/promise';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about what somebody said that they would do. */

const at = new Date('2026-12-07T15:00:00Z');
const grace: Named = { slackUserId: 'UGRACE', name: 'Grace' };
const open: PromiseInWords = {
  words: 'book the exam',
  by: '2027-03-12',
  keptAt: null,
  movedAt: null,
  letGoAt: null,
  letGoWhy: null,
};
export const PROMISES: readonly PromiseInWords[] = [
  open,
  { ...open, words: 'why me?', by: null },
  { ...open, keptAt: at },
];
const each: readonly [PromiseInWords][] = PROMISES.map((promise) => [promise]);
const whoever: readonly [PromiseInWords, Named | null][] = PROMISES.flatMap((promise) =>
  [null, grace].map((to): [PromiseInWords, Named | null] => [promise, to]),
);
const ended = [...PROMISES, { ...open, letGoAt: at }, { ...open, letGoAt: at, letGoWhy: 'He moved away.' }];

type PromiseSentence =
  | 'promiseAsked'
  | 'promiseKept'
  | 'promiseMoved'
  | 'promiseDropped'
  | 'promiseLines'
  | 'promiseBetween'
  | 'takenAtWord'
  | 'takenAtWordHint'
  | 'promiseHint'
  | 'promiseSaved'
  | 'promiseNoted'
  | 'keptAsPromise'
  | 'openStep'
  | 'promiseTerms'
  | 'promiseMoveLabel';

export const PROMISE_SAMPLES: { readonly [Name in PromiseSentence]: readonly Parameters<Words[Name]>[] } = {
  promiseAsked: whoever.flatMap(([promise, to]) => [
    [{ promise, to, isLast: false }],
    [{ promise, to, isLast: true }],
  ]),
  promiseKept: whoever,
  promiseMoved: each,
  promiseDropped: each,
  promiseLines: [[PROMISES]],
  promiseBetween: ended.flatMap((promise) => [
    [{ promise, other: grace, isMine: true }],
    [{ promise, other: grace, isMine: false }],
  ]),
  takenAtWord: PROMISES.map((promise) => [grace, promise]),
  takenAtWordHint: [[grace]],
  promiseHint: [[grace]],
  promiseSaved: whoever,
  promiseNoted: [[grace]],
  keptAsPromise: [[grace]],
  openStep: PROMISES.map((promise) => [promise, [grace], 'mentor']),
  promiseTerms: [[null], [grace]],
  promiseMoveLabel: [['kept'], ['change']],
};
