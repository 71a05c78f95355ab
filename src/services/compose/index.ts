import type { Member } from '../../domain/member';
import type { Said } from '../../domain/message';
import type { WorkspaceStore } from '../../store';
import type { OutgoingMessage } from '../../store/messages';
import { composeCheckIn } from './check-in';
import { composeChannelHello, composeDigest } from './digest';
import { composeGoal, composeResponse } from './goal';
import { named } from './in-words';
import { composeNudge } from './nudge';
import { composePairing, composeWelcome } from './pairing';

/** The facts of a message at the time of saying it, or null when it is no longer true or wanted. */
export async function compose(store: WorkspaceStore, message: OutgoingMessage): Promise<Said | null> {
  const subjectId = message.subjectId ?? '';
  switch (message.kind) {
    case 'digest':
    case 'channel_digest':
      return composeDigest(store, subjectId);
    case 'channel_hello':
      return composeChannelHello(store);
    case 'channel_lost': {
      const [channel = '', reason = ''] = (message.detail ?? '').split(' ');
      return { kind: 'channel_lost', channel, reason };
    }
    case 'help':
    case 'file_only':
      return { kind: message.kind };
    case 'congratulation':
    case 'check_in_answered':
      return composeResponse(store, subjectId);
    case 'wants_a_person': {
      const mentee = await store.members.byId(subjectId);
      return mentee && { kind: 'wants_a_person', mentee: named(mentee) };
    }
    case 'welcome':
    case 'proposal':
    case 'paired':
    case 'proposal_declined':
    case 'proposal_lapsed':
    case 'nudge':
    case 'silence':
    case 'outage':
    case 'which_goal':
    case 'nothing_open':
    case 'recorded':
    case 'goal_reached':
    case 'goal_news': {
      const to = message.memberId === null ? null : await store.members.byId(message.memberId);
      return to && composeFor(store, message.kind, message, subjectId, to);
    }
  }
}

type PersonalKind =
  | 'welcome'
  | 'proposal'
  | 'paired'
  | 'proposal_declined'
  | 'proposal_lapsed'
  | 'nudge'
  | 'silence'
  | 'outage'
  | 'which_goal'
  | 'nothing_open'
  | 'recorded'
  | 'goal_reached'
  | 'goal_news';

/** Those whose facts depend on whom they are said to. */
function composeFor(
  store: WorkspaceStore,
  kind: PersonalKind,
  message: OutgoingMessage,
  subjectId: string,
  to: Member,
): Promise<Said | null> {
  switch (kind) {
    case 'welcome':
      return composeWelcome(store, to);
    case 'proposal':
    case 'paired':
    case 'proposal_declined':
    case 'proposal_lapsed':
      return composePairing(store, kind, subjectId, to, message.onceKey);
    case 'nudge':
    case 'silence':
    case 'outage':
      return composeNudge(store, kind, subjectId, to);
    case 'which_goal':
    case 'nothing_open':
    case 'recorded':
      return composeCheckIn(store, message, subjectId, to);
    case 'goal_reached':
    case 'goal_news':
      return composeGoal(store, kind, subjectId, to, message.state === 'sent');
  }
}
