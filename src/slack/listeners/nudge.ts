import type { App } from '@slack/bolt';
import { localDate } from '../../domain/local-time';
import { readIntent } from '../../domain/reading/intent';
import { rhythmOf } from '../../services/asking/set-cadence';
import { asTyped } from '../../words/mrkdwn';
import { cadenceView } from '../forms/cadence';
import { ACTIONS } from '../kit/ids';
import { messageModal } from '../kit/plain-modal';
import { askingCommand, pause, resume, why } from './asking';
import { onAction, onCommand } from './edge';
import { doIntent } from './intents';
import { isLifeVerb, lifeCommand } from './life';
import type { Desk, Turn } from './turn';

/** `/nudge`: the rhythm, and everything about being asked. */
export function registerNudge(app: App, desk: Desk): void {
  onCommand(app, desk, '/nudge', async (turn, escaped) => {
    const text = asTyped(escaped);
    const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    const verb = first.toLowerCase();
    if (verb === '' || verb === 'help') return turn.say((await turn.words()).helpWords('nudge'));
    if (verb === 'form' || verb === 'change') return openCadence(turn);
    const asker = await turn.asker();
    const intent = readIntent(text);
    if (intent !== null) {
      const answer = await doIntent(asker, intent);
      return answer === null ? undefined : turn.say(answer);
    }
    await turn.say(
      isLifeVerb(verb) ? await lifeCommand(asker, verb, rest) : await askingCommand(asker, verb, rest, text),
    );
  });

  onAction(app, desk, ACTIONS.home_cadence, (turn) => openCadence(turn));
  onAction(app, desk, ACTIONS.home_pause, async (turn) => turn.say(await pause(await turn.asker(), '')));
  onAction(app, desk, ACTIONS.home_resume, async (turn) => turn.say(await resume(await turn.asker())));
  onAction(app, desk, ACTIONS.home_why, async (turn) => {
    await turn.openModal(async (asker) => messageModal(asker.words, 'Gentle Nudge', await why(asker)));
  });
}

async function openCadence(turn: Turn): Promise<void> {
  await turn.openModal(async ({ context, actor, words }) =>
    cadenceView(words, {
      cadence: await rhythmOf(context, actor),
      meta: { today: localDate(actor.now, actor.member.zone) },
    }),
  );
}
