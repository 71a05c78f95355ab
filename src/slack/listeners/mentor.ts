import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { Refused } from '../../domain/refusal';
import type { CheckInInWords } from '../../domain/facts';
import { answerProposal } from '../../services/answer-proposal';
import { setDigestChannel, setOwnDigest } from '../../services/plan-digests';
import { addProgramQuestion } from '../../services/own-questions';
import { proposeMentorship } from '../../services/propose-mentorship';
import { answerCheckIn, congratulate, readableCheckIn } from '../../services/respond';
import { checkInInWords, named } from '../../domain/facts';
import { ACTIONS, BLOCKS, CALLBACKS, parseIdValue } from '../kit/ids';
import { asTyped } from '../../words/mrkdwn';
import { selectValue, textValue } from '../kit/form-values';
import { encourageModal } from '../views/check-in-forms';
import * as words from '../../words/en';
import { known, onAction, onCommand, onSubmit, type Asker, type Desk, type Turn } from './edge';

/** Looks whether the bot may post in a channel. */
export type SeesChannel = (channelId: string) => Promise<'member' | 'not_in_channel' | 'not_usable'>;

/** `/mentor`: pairing, status and digests; and the mentor's one-tap answers. */
export function registerMentor(app: App, desk: Desk, seesChannel: SeesChannel): void {
  onCommand(app, desk, '/mentor', async (turn, text) => {
    const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    switch (verb.toLowerCase()) {
      case 'invite':
        return propose(turn, rest, 'mentor');
      case 'ask':
        return propose(turn, rest, 'mentee');
      case 'status':
        return status(turn);
      case 'digest':
        return digest(turn, rest, seesChannel);
      case 'question': {
        const { context, actor } = await turn.asker();
        return turn.say(words.programQuestionAdded(await addProgramQuestion(context, actor, asTyped(rest))));
      }
      case '':
      case 'help':
        return turn.say(words.helpWords('mentor'));
      default:
        return turn.say(words.notUnderstood(text, 'mentor'));
    }
  });

  for (const answer of ['accept', 'decline'] as const) {
    onAction(app, desk, ACTIONS[`proposal_${answer}`], async (turn, value) => {
      const { context, actor } = await turn.asker();
      const pair = await answerProposal(context, actor, known(parseIdValue(value), 'mentorship'), answer);
      const other = named(pair.mentorId === actor.member.id ? pair.mentee : pair.mentor);
      await turn.say(answer === 'accept' ? words.proposalAccepted(other) : words.proposalRefused(other));
    });
  }

  onAction(app, desk, ACTIONS.congratulate, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await congratulate(context, actor, known(parseIdValue(value), 'goal'));
  });

  onAction(app, desk, ACTIONS.encourage, (turn, value) =>
    turn.openModal(words.FORM_TITLES.encourage, (asker) =>
      encourageForm(asker, known(parseIdValue(value), 'check_in')),
    ),
  );

  onSubmit<{ text: string | null; draft: string | null }>(app, desk, CALLBACKS.encourage_form, {
    parse(state) {
      const text = textValue(state, BLOCKS.text);
      const draft = selectValue(state, BLOCKS.draft);
      return text === null && draft === null
        ? { ok: false, errors: { [BLOCKS.text]: words.refusalWords({ code: 'nothing_written' }) } }
        : { ok: true, values: { text, draft } };
    },
    async run(asker, { text, draft }, meta) {
      const { context, actor } = asker;
      const checkInId = known(meta.checkInId ?? null, 'check_in');
      const drafts = words.encouragementDrafts(await shownCheckIn(asker, checkInId));
      const chosen = text ?? drafts[Number(draft)] ?? null;
      const checkIn = await answerCheckIn(context, actor, checkInId, chosen);
      const mentee = await context.store.members.byId(checkIn.memberId);
      return mentee && words.answerSent(named(mentee));
    },
    reopen: ({ text }, notice, meta, asker) =>
      encourageForm(asker, known(meta.checkInId ?? null, 'check_in'), { text, notice }),
  });
}

async function shownCheckIn({ context, actor }: Asker, checkInId: string): Promise<CheckInInWords> {
  const checkIn = await readableCheckIn(context.store, actor.member, checkInId);
  const mentee = await context.store.members.byId(checkIn.memberId);
  if (!mentee) throw new Refused({ code: 'gone', what: 'check_in' });
  const goal = checkIn.goalId === null ? null : await context.store.goals.byId(checkIn.goalId);
  return checkInInWords(checkIn, mentee, goal);
}

async function encourageForm(
  asker: Asker,
  checkInId: string,
  kept: { text?: string | null; notice?: string } = {},
): Promise<ModalView> {
  const checkIn = await shownCheckIn(asker, checkInId);
  return encourageModal({
    checkIn,
    drafts: words.encouragementDrafts(checkIn),
    meta: { checkInId },
    ...kept,
  });
}

async function propose(turn: Turn, text: string, role: 'mentor' | 'mentee'): Promise<void> {
  const { context, actor } = await turn.asker();
  const [, slackUserId] = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/.exec(text) ?? [];
  if (slackUserId === undefined) {
    throw new Refused({ code: 'nobody_named', hint: role === 'mentor' ? 'invite' : 'ask' });
  }
  const { other } = await proposeMentorship(context, actor, slackUserId, role);
  await turn.say(words.proposalSent(named(other)));
}

async function status(turn: Turn): Promise<void> {
  const { context, actor } = await turn.asker();
  const open = await context.store.mentorships.openOf(actor.member.id);
  const running = open.filter(({ state }) => state !== 'proposed');
  await turn.say(
    words.mentorStatus({
      mentors: running
        .filter(({ menteeId }) => menteeId === actor.member.id)
        .map(({ mentor }) => named(mentor)),
      mentees: running
        .filter(({ mentorId }) => mentorId === actor.member.id)
        .map(({ mentee }) => named(mentee)),
      proposals: open
        .filter(({ state }) => state === 'proposed')
        .map((pair) => ({
          other: named(pair.mentorId === actor.member.id ? pair.mentee : pair.mentor),
          role: pair.mentorId === actor.member.id ? ('mentor' as const) : ('mentee' as const),
          yours: pair.proposedById !== actor.member.id,
        })),
    }),
  );
}

/** `/mentor digest #channel`, `/mentor digest weekly on Monday at 8:00`, `/mentor digest empty off`. */
async function digest(turn: Turn, text: string, seesChannel: SeesChannel): Promise<void> {
  const [mention, channelId] = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/.exec(text) ?? [];
  const { context, actor } = await turn.asker();
  const [, empty] = /^empty\s+(on|off)$/i.exec(text.trim()) ?? [];
  if (empty !== undefined) {
    const isOn = empty.toLowerCase() === 'on';
    await context.store.members.change(actor.member.id, { digestWhenEmpty: isOn });
    return turn.say(words.emptyDigestSet(isOn));
  }
  if (channelId === undefined || mention === undefined) {
    if (text.trim() === '' || text.includes('#')) throw new Refused({ code: 'no_channel_named' });
    const own = await setOwnDigest(context, actor, text);
    return turn.say(words.ownDigestSet(own, own.nextDueAt, actor.member.zone));
  }
  const seen = await seesChannel(channelId);
  if (seen === 'not_in_channel') throw new Refused({ code: 'not_in_channel', channel: channelId });
  if (seen === 'not_usable') throw new Refused({ code: 'channel_not_usable', channel: channelId });
  const cadence = await setDigestChannel(context, actor, channelId, text.replace(mention, '').trim());
  await turn.say(words.digestSet(channelId, cadence, cadence.nextDueAt, cadence.zone ?? actor.member.zone));
}
