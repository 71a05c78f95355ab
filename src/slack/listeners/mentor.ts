import type { App } from '@slack/bolt';
import { nextDues } from '../../domain/cadence';
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
import { DATES_SAID } from '../../services/asking/set-cadence';
import { setDigestChannel, setOwnDigest, stopOwnDigest } from '../../services/asking/set-digest';
import { proposeMentorship } from '../../services/pair/propose-mentorship';
import { congratulate } from '../../services/answering/respond';
import { asTyped } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import { openEncourageView } from '../forms/encourage';
import { ACTIONS, parseIdValue } from '../kit/ids';
import { known } from '../known';
import { questionCommand } from './asking';
import { onAction, onCommand } from './edge';
import type { Desk, Turn } from './turn';

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
        return status(turn);
      case 'digest':
        return digest(turn, rest);
      case 'question':
      case 'questions':
        return turn.say(await programQuestion(await turn.asker(), rest));
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
      const pair = await answerProposal(context, actor, known(parseIdValue(value), 'mentorship'), answer);
      const other = named(pair.mentorId === actor.member.id ? pair.mentee : pair.mentor);
      await turn.say(answer === 'accept' ? words.proposalAccepted(other) : words.proposalRefused(other));
    });
  }

  onAction(app, desk, ACTIONS.congratulate, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await congratulate(context, actor, known(parseIdValue(value), 'goal'));
  });

  onAction(app, desk, ACTIONS.encourage, async (turn, value) => {
    await turn.openModal((asker) => openEncourageView(asker, known(parseIdValue(value), 'check_in')));
  });
}

async function propose(turn: Turn, text: string, role: 'mentor' | 'mentee'): Promise<void> {
  const { context, actor, words } = await turn.asker();
  const slackUserIds = [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)].flatMap(([, id]) => id ?? []);
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

function programQuestion({ context, actor, words }: Asker, text: string): Promise<string> {
  return questionCommand(text, {
    list: async () =>
      words.programQuestionsList((await programQuestions(context, actor)).map(({ text: each }) => each)),
    add: async (question) => words.programQuestionAdded(await addProgramQuestion(context, actor, question)),
    async remove(number) {
      await removeProgramQuestion(context, actor, number);
      return words.questionRemoved();
    },
  });
}

async function status(turn: Turn): Promise<void> {
  const { context, actor, words } = await turn.asker();
  await turn.say(words.mentorStatus(await pairsOf(context, actor)));
}

/** `/mentor digest #channel`, `/mentor digest weekly on Monday at 8:00`, `/mentor digest empty off`. */
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
    if (text.trim() === '' || text.includes('#')) throw new Refused({ code: 'no_channel_named' });
    if (/^(?:off|stop|never|none|pause)[.!]?$/i.test(text.trim())) {
      await stopOwnDigest(context, actor);
      return turn.say(words.ownDigestOff());
    }
    const own = await setOwnDigest(context, actor, text);
    return turn.say(
      words.ownDigestSet(own, nextDues(own, actor.member.zone, actor.now, DATES_SAID), actor.member.zone),
    );
  }
  const cadence = await setDigestChannel(context, actor, channelId, text.replace(mention, '').trim());
  const zone = cadence.zone ?? actor.member.zone;
  await turn.say(words.digestSet(channelId, cadence, nextDues(cadence, zone, actor.now, DATES_SAID), zone));
}
