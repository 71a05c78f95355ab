import type { WorkspaceStore } from '../../src/store';
import { nothing, own, type Expected } from './expected';
import { LATER, NOW } from './on-both';

/** The calls of what is between two people, as in calls.ts. */

type Table<Space extends keyof WorkspaceStore> = {
  readonly [Method in keyof WorkspaceStore[Space]]: Expected;
};

export const BETWEEN_CALLS: { readonly asks: Table<'asks'>; readonly shelf: Table<'shelf'> } = {
  asks: {
    byId: nothing((here, of) => here.asks.byId(of.ask)),
    open: own((here, of) => here.asks.open({ id: of.ask, fromId: of.member, toId: of.mentor, dueAt: LATER })),
    ofMembers: nothing((here, of) => here.asks.ofMembers([of.member])),
    ridingWith: nothing((here, of) => here.asks.ridingWith(of.nudge)),
    aboutGoal: nothing((here, of) => here.asks.aboutGoal(of.goal)),
    answer: nothing((here, of) => here.asks.answer(of.ask, of.mentor, NOW)),
    waitAgain: nothing((here, of) => here.asks.waitAgain(of.ask, LATER)),
    end: nothing((here, of) => here.asks.end(of.ask, 'let_go', NOW)),
    review: nothing((here, of) =>
      here.asks.review([{ id: of.ask, step: 'rides', dueAt: LATER, ridesAt: NOW }], NOW),
    ),
  },
  shelf: {
    newWithNudge: nothing((here, of) => here.shelf.newWithNudge(of.nudge)),
    newWithDigest: nothing((here, of) => here.shelf.newWithDigest(of.digest)),
    ofMentorships: nothing((here, of) => here.shelf.ofMentorships([of.pair])),
    put: nothing((here, of) => {
      const item = { mentorshipId: of.pair, byId: of.member, name: 'A book', line: null };
      return here.shelf.put({ ...item, at: NOW, onceKey: 'book' });
    }),
    remove: nothing((here, of) => here.shelf.remove([of.shelf], of.mentor)),
  },
};
