import type { App } from '@slack/bolt';
import { nextDues } from '../../domain/cadence';
import { MOST_MENTEES } from '../../domain/mentorship';
import { Refused } from '../../domain/refusal';
import { answerProposal } from '../../services/pair/answer-proposal';
import { changeLife } from '../../services/people/change-life';
import { named } from '../../domain/facts';
import {
  addProgramQuestion,
  programQuestions,
  removeProgramQuestion,
} from '../../services/asking/own-questions';
import { pairsOf } from '../../services/pair/pairs';
import { digestNow } from '../../services/asking/plan-digests';
import { DATES_SAID } from '../../services/asking/set-cadence';
import { leavePair, leavePerson } from '../../services/pair/leave-pair';
import { pairTwo } from '../../services/pair/pair-two';
import {
  setDigestChannel,
  setOwnDigest,
  stopChannelDigest,
  stopOwnDigest,
} from '../../services/asking/set-digest';
import { proposeMentorship } from '../../services/pair/propose-mentorship';
import { takeBackQuestion } from '../../services/answering/mentor-question';
import { answerCheckIn, congratulate } from '../../services/answering/respond';
import { asTyped } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import { capacityAnswer } from '../forms/capacity';
import { chooseDraft, openEncourageView } from '../forms/encourage';
import { askWithNudge } from '../forms/write-to';
import { ACTIONS, parseIdValue } from '../kit/ids';
import { parseMeta } from '../kit/meta';
import { known } from '../known';
import { undoably } from '../undoably';
import { agreementCommand } from './agreement';
import { questionCommand } from './asking';
import { onAction, onCommand } from './edge';
import type { Answer, Desk, Turn } from './turn';

/** `/mentor`: pairing, status and digests; and the mentor's one-tap answers. */
export function registerMentor(app: App, desk: Desk): void {
  onCommand(app, desk, '/mentor', async (turn, escaped) => {
    const text = asTyped(escaped);
    const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    switch (verb.toLowerCase()) {
      case 'invite':
        return propose(turn, rest, 'mentor');
      case 'ask':
        return propose(turn, rest, 'mentee');
      case 'status':
      case 'list':
        return status(turn);
      case 'pair':
        return pairThem(turn, rest);
      case 'leave':
      case 'end':
      case 'unpair':
        return leave(turn, rest);
      case 'agreement':
      case 'plan':
        return agreementCommand(turn, personIn(rest));
      case 'capacity':
        return turn.say(await capacity(await turn.asker(), rest.trim()));
      case 'pause':
        return turn.say((await turn.words()).pairPauseLater());
      case 'digest':
        return digest(turn, rest);
      case 'question':
      case 'questions':
        return turn.say(await question(await turn.asker(), rest));
      case '':
      case 'help':
        return turn.say((await turn.words()).helpWords('mentor'));
      default:
        return turn.say((await turn.words()).notUnderstood(text, 'mentor'));
    }
  });

  for (const answer of ['accept', 'decline'] as const) {
    onAction(app, desk, ACTIONS[`proposal_${answer}`], async (turn, value) => {
      const { context, actor, words } = await turn.asker();
      const mentorshipId = known(parseIdValue(value), 'mentorship');
      const { pair, waits } = await answerProposal(context, actor, mentorshipId, answer);
      const other = named(pair.mentorId === actor.member.id ? pair.mentee : pair.mentor);
      const accepted = waits ? words.proposalWaits(other) : words.proposalAccepted(other);
      await turn.say(answer === 'accept' ? accepted : words.proposalRefused(other));
    });
  }

  onAction(app, desk, ACTIONS.leave_pair, async (turn, value) => {
    const asker = await turn.asker();
    const mentorshipId = known(parseIdValue(value), 'mentorship');
    await turn.say(
      await undoably(asker, asker.actor.member, async ({ context, actor, words }) =>
        words.pairLeft(await leavePair(context, actor, mentorshipId)),
      ),
    );
  });

  onAction(app, desk, ACTIONS.congratulate, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await congratulate(context, actor, known(parseIdValue(value), 'goal'));
  });

  // One tap is one answer: the digest that it stands in shows it.
  onAction(app, desk, ACTIONS.seen, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await answerCheckIn(context, actor, known(parseIdValue(value), 'check_in'), null);
  });
  onAction(app, desk, ACTIONS.well_done, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    await answerCheckIn(context, actor, known(parseIdValue(value), 'check_in'), words.BUTTONS.wellDone);
  });

  onAction(app, desk, ACTIONS.encourage, async (turn, value) => {
    await turn.openModal((asker) => openEncourageView(asker, known(parseIdValue(value), 'check_in')));
  });
  onAction(app, desk, ACTIONS.choose_draft, async (turn, _value, { view }) => {
    if (!view) return;
    const checkInId = known(parseMeta(view.private_metadata)?.checkInId, 'check_in');
    await turn.updateModal(view.id, (asker) => chooseDraft(asker, view.state.values, checkInId));
  });
}

/** The people that a text mentions, in its order. */
function mentioned(text: string): string[] {
  return [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)].flatMap(([, id]) => id ?? []);
}

/** The one person that a text mentions; null for an empty one. */
function personIn(text: string): string | null {
  const [slackUserId] = mentioned(text);
  if (slackUserId === undefined && text.trim() !== '')
    throw new Refused({ code: 'unknown_person', who: text });
  return slackUserId ?? null;
}

async function pairThem(turn: Turn, text: string): Promise<void> {
  const { context, actor, words } = await turn.asker();
  const [mentorId, menteeId, ...others] = mentioned(text);
  if (mentorId === undefined || menteeId === undefined || others.length > 0) {
    throw new Refused({ code: 'pair_names_two' });
  }
  const { mentor, mentee } = await pairTwo(context, actor, mentorId, menteeId);
  await turn.say(words.twoAsked(mentor, mentee));
}

async function leave(turn: Turn, text: string): Promise<void> {
  const asker = await turn.asker();
  const [otherId] = mentioned(text);
  if (otherId === undefined) throw new Refused({ code: 'nobody_named', hint: 'leave' });
  await turn.say(
    await undoably(asker, asker.actor.member, async ({ context, actor, words }) =>
      words.pairLeft(await leavePerson(context, actor, otherId)),
    ),
  );
}

/** `/mentor capacity 3`, `off` for as many as come; bare, it says how many. */
async function capacity(asker: Asker, wanted: string): Promise<Answer> {
  if (wanted === '') return asker.words.capacityWords(asker.actor.member.capacity);
  if (/^(?:off|any|unlimited)[.!]?$/i.test(wanted)) return capacityAnswer(asker, null);
  if (!/^\d{1,3}$/.test(wanted))
    throw new Refused({ code: 'capacity_not_understood', heard: wanted, most: MOST_MENTEES });
  return capacityAnswer(asker, Number(wanted));
}

async function propose(turn: Turn, text: string, role: 'mentor' | 'mentee'): Promise<void> {
  const { context, actor, words } = await turn.asker();
  const slackUserIds = mentioned(text);
  if (slackUserIds.length === 0 && text !== '') throw new Refused({ code: 'unknown_person', who: text });
  if (slackUserIds.length === 0)
    throw new Refused({ code: 'nobody_named', hint: role === 'mentor' ? 'invite' : 'ask' });
  const said: string[] = [];
  for (const slackUserId of new Set(slackUserIds)) {
    try {
      const { other } = await proposeMentorship(context, actor, slackUserId, role);
      said.push(words.proposalSent(named(other)));
    } catch (error) {
      // One who cannot be asked keeps nobody else from being asked.
      if (!(error instanceof Refused)) throw error;
      said.push(words.refusalWords(error.refusal));
    }
  }
  await turn.say(said.join('\n'));
}

/** A mentee who is named first is asked with their next nudge; without a name it is everyone in the program. */
async function question(asker: Asker, text: string): Promise<Answer> {
  const [, slackUserId, wanted = ''] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  if (slackUserId === undefined) return programQuestion(asker, text);
  if (!/^(?:remove|delete)[.!]?$/i.test(wanted)) {
    return askWithNudge(asker, { slackUserId }, wanted, crypto.randomUUID());
  }
  return undoably(asker, asker.actor.member, async ({ context, actor, words }) =>
    words.questionTakenBack(await takeBackQuestion(context, actor, { slackUserId })),
  );
}

function programQuestion(asker: Asker, text: string): Promise<Answer> {
  return questionCommand(asker, text, {
    list: async ({ context, actor, words }) =>
      words.programQuestionsList((await programQuestions(context, actor)).map((question) => question.text)),
    add: async ({ context, actor, words }, question) =>
      words.programQuestionAdded(await addProgramQuestion(context, actor, question)),
    async remove({ context, actor, words }, number) {
      await removeProgramQuestion(context, actor, number);
      return words.questionRemoved();
    },
  });
}

async function status(turn: Turn): Promise<void> {
  const { context, actor, words } = await turn.asker();
  await turn.say(words.mentorStatus(await pairsOf(context, actor)));
}

const OFF = /^(?:off|stop|never|none|pause)[.!]?$/i;

/** `/mentor digest #channel`, `/mentor digest #channel off`, `/mentor digest weekly on Monday at 8:00`, `/mentor digest now`, `/mentor digest empty off`. */
async function digest(turn: Turn, text: string): Promise<void> {
  const [mention, channelId] = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/.exec(text) ?? [];
  const { context, actor, words } = await turn.asker();
  const [, empty] = /^empty\s+(on|off)$/i.exec(text.trim()) ?? [];
  if (empty !== undefined) {
    const isOn = empty.toLowerCase() === 'on';
    await changeLife(context, actor, { digestWhenEmpty: isOn });
    return turn.say(words.emptyDigestSet(isOn));
  }
  if (channelId === undefined || mention === undefined) {
    if (/^now[.!]?$/i.test(text.trim())) {
      await digestNow(context, actor);
      return turn.say(words.digestSentNow());
    }
    if (text.trim() === '' || text.includes('#')) throw new Refused({ code: 'no_channel_named' });
    if (OFF.test(text.trim())) {
      await stopOwnDigest(context, actor);
      return turn.say(words.ownDigestOff());
    }
    const own = await setOwnDigest(context, actor, text);
    return turn.say(
      words.ownDigestSet(own, nextDues(own, actor.member.zone, actor.now, DATES_SAID), actor.member.zone),
    );
  }
  const wish = text.replace(mention, '').trim();
  if (OFF.test(wish)) {
    await stopChannelDigest(context, actor, channelId);
    return turn.say(words.channelDigestOff(channelId));
  }
  const cadence = await setDigestChannel(context, actor, channelId, wish);
  const zone = cadence.zone ?? actor.member.zone;
  await turn.say(words.digestSet(channelId, cadence, nextDues(cadence, zone, actor.now, DATES_SAID), zone));
}
