import type { App } from '@slack/bolt';
import { localDate } from '../../domain/local-time';
import { channelDigestOf, ownDigestOf, stopOwnDigest } from '../../services/asking/set-digest';
import { turnHome } from '../../services/people/show-home';
import type { Asker } from '../asker';
import { capacityView } from '../forms/capacity';
import { channelDigestView } from '../forms/channel-digest';
import { digestView } from '../forms/digest';
import { openProgramQuestionsView } from '../forms/program-questions';
import { pairTwoView } from '../forms/pair-two';
import { openShelfView } from '../forms/shelf';
import { proposeView } from '../forms/propose';
import { actions, button, section } from '../kit/block-kit';
import { ACTIONS, parseHomePlaceValue } from '../kit/ids';
import { onAction } from './edge';
import type { Desk } from './turn';

/** The buttons that stand in App Home alone: its pages, its digests, a program's questions, and the ways to begin. */
export function registerHome(app: App, desk: Desk): void {
  for (const turned of [ACTIONS.home_back, ACTIONS.home_more]) {
    onAction(app, desk, turned, async (turn, value) => {
      const { context, actor } = await turn.asker();
      await turnHome(context, actor, parseHomePlaceValue(value));
    });
  }

  onAction(app, desk, ACTIONS.home_find_mentor, async (turn) => {
    await turn.openModal(({ words }) => proposeView(words, { meta: { role: 'mentee' } }));
  });
  onAction(app, desk, ACTIONS.home_would_mentor, async (turn) => {
    await turn.openModal(({ words }) => proposeView(words, { meta: { role: 'mentor' } }));
  });
  onAction(app, desk, ACTIONS.home_invited, async (turn) => {
    await turn.openModal(({ words }) =>
      proposeView(words, { notice: words.invitedHow(), meta: { role: 'mentee' } }),
    );
  });

  onAction(app, desk, ACTIONS.home_digest, async (turn) => {
    await turn.openModal(async ({ context, actor, words }) =>
      digestView(words, { cadence: await ownDigestOf(context, actor), meta: { today: today(actor) } }),
    );
  });
  onAction(app, desk, ACTIONS.home_capacity, async (turn) => {
    await turn.openModal(({ actor, words }) => capacityView(words, { capacity: actor.member.capacity }));
  });
  onAction(app, desk, ACTIONS.home_digest_off, async (turn) => {
    const { context, actor, words } = await turn.asker();
    await stopOwnDigest(context, actor);
    const text = words.noDigest();
    const back = button(words.BUTTONS.digestOn, ACTIONS.home_digest);
    await turn.say({ text, blocks: [section(text), actions([back])] });
  });

  onAction(app, desk, ACTIONS.home_channel_digest, async (turn) => {
    await turn.openModal(async ({ context, actor, words }) => {
      const { channelId = null, cadence = null } = (await channelDigestOf(context, actor)) ?? {};
      return channelDigestView(words, { channelId, cadence, meta: { today: today(actor) } });
    });
  });
  onAction(app, desk, ACTIONS.home_shelf, async (turn) => {
    await turn.openModal((asker) => openShelfView(asker));
  });
  onAction(app, desk, ACTIONS.pair_two, async (turn) => {
    await turn.openModal(({ words }) => pairTwoView(words, {}));
  });
  onAction(app, desk, ACTIONS.home_questions, async (turn) => {
    await turn.openModal((asker) => openProgramQuestionsView(asker));
  });
}

function today({ member, now }: Asker['actor']): string {
  return localDate(now, member.zone);
}
