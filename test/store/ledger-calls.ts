import type { WorkspaceStore } from '../../src/store';
import { nothing, type Expected } from './expected';
import { NOW } from './on-both';

/** The calls of the two lists of open things, as in calls.ts. */

type Table<Space extends keyof WorkspaceStore> = {
  readonly [Method in keyof WorkspaceStore[Space]]: Expected;
};

export const LEDGER_CALLS: { readonly barriers: Table<'barriers'>; readonly promises: Table<'promises'> } = {
  barriers: {
    byId: nothing((here, of) => here.barriers.byId(of.barrier)),
    ofCheckIn: nothing((here, of) => here.barriers.ofCheckIn(of.checkIn)),
    ofMembers: nothing((here, of) => here.barriers.ofMembers([of.member])),
    ofMember: nothing((here, of) => here.barriers.ofMember(of.member)),
    name: nothing((here, of) =>
      here.barriers.name(
        { id: of.checkIn, memberId: of.member, saidAt: NOW },
        { words: 'Go', idea: null },
        null,
      ),
    ),
    change: nothing((here, of) => here.barriers.change(of.barrier, { clearedAt: NOW })),
    rest: nothing((here, of) => here.barriers.rest([of.barrier], NOW)),
  },
  promises: {
    byId: nothing((here, of) => here.promises.byId(of.promise)),
    ofCheckIn: nothing((here, of) => here.promises.ofCheckIn(of.checkIn)),
    ofMembers: nothing((here, of) => here.promises.ofMembers([of.member])),
    ofMember: nothing((here, of) => here.promises.ofMember(of.member)),
    name: nothing((here, of) =>
      here.promises.name(
        { id: of.checkIn, memberId: of.member, saidAt: NOW },
        { words: 'Go', by: null },
        null,
      ),
    ),
    isFromWords: nothing((here) => here.promises.isFromWords('1')),
    add: nothing((here, of) =>
      here.promises.add({
        memberId: of.member,
        mentorshipId: of.pair,
        words: 'Go',
        by: null,
        saidAt: NOW,
        onceKey: 'words:1',
      }),
    ),
    change: nothing((here, of) => here.promises.change(of.promise, { words: 'Taken over' })),
    rest: nothing((here, of) => here.promises.rest([of.promise], NOW)),
  },
};
