import type { Member } from '../../domain/member';
import type { Said } from '../../domain/message';
import type { WorkspaceStore } from '../../store';
import type { OutgoingMessage } from '../../store/messages';
import { checkInInWords, readersOf } from './in-words';

export async function composeCheckIn(
  store: WorkspaceStore,
  message: OutgoingMessage,
  checkInId: string,
  to: Member,
): Promise<Said | null> {
  const checkIn = await store.checkIns.byId(checkInId);
  const goals = await store.goals.ofMembers([to.id]);
  const active = goals.filter(({ state }) => state === 'active');
  const goal = goals.find(({ id }) => id === checkIn?.goalId) ?? null;
  switch (message.kind) {
    case 'which_goal':
      if (!checkIn) return { kind: 'unrecorded' };
      return {
        kind: 'which_goal',
        checkInId,
        goals: active,
        text: checkIn.text ?? '',
        filedUnder: goal ?? (checkIn.filedAt === null ? null : 'none'),
      };
    case 'nothing_open': {
      const cadence = await store.cadences.ofMember(to.id, 'nudge');
      const outcome = checkIn === null ? 'let_go' : checkIn.state === 'draft' ? 'open' : 'saved';
      return {
        kind: 'nothing_open',
        checkInId,
        goals: active,
        text: checkIn?.text ?? null,
        outcome,
        nextAt: cadence?.nextDueAt ?? null,
        zone: to.zone,
      };
    }
    default: {
      if (!checkIn) return { kind: 'unrecorded' };
      const change = message.onceKey.startsWith('edited') ? 'edited' : 'new';
      const readers = await readersOf(store, to.id, checkIn);
      return { kind: 'recorded', checkIn: checkInInWords(checkIn, to, goal), readers, change };
    }
  }
}
