import type { App } from '@slack/bolt';
import { agreementOf, agreementsWith, completeMentorship, signAgreement } from '../../services/pair/agree';
import type { AgreementShown } from '../../domain/pair/shown';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { openAgreementView } from '../forms/agreement';
import { agreementBlocks, agreementLineBlock } from '../kit/agreement-blocks';
import { section, textOf } from '../kit/block-kit';
import { ACTIONS, parseIdValue } from '../kit/ids';
import { known } from '../known';
import { onAction } from './edge';
import type { Answer, Desk, Turn } from './turn';

/** What two people agree on: written, shown, signed, taken home, and at its end completed. */
export function registerAgreement(app: App, desk: Desk): void {
  const pairIn = (value: string | null) => known(parseIdValue(value), 'mentorship');

  onAction(app, desk, ACTIONS.agreements, (turn) => agreementCommand(turn, null));
  onAction(app, desk, ACTIONS.agreement_change, async (turn, value) => {
    await turn.openModal((asker) => openAgreementView(asker, pairIn(value)));
  });
  onAction(app, desk, ACTIONS.agreement_renew, async (turn, value) => {
    await turn.openModal((asker) => openAgreementView(asker, pairIn(value), true));
  });

  onAction(app, desk, ACTIONS.agreement_sign, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const { kind, shown } = await signAgreement(context, actor, known(parseIdValue(value), 'agreement'));
    await turn.say(
      kind === 'replaced'
        ? shownAs(words, shown, words.agreementReplaced(shown))
        : words.agreementSigned(kind, shown),
    );
  });

  onAction(app, desk, ACTIONS.agreement_show, async (turn, value) => show(turn, pairIn(value)));

  onAction(app, desk, ACTIONS.agreement_take, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const { holds } = known(await agreementOf(context, actor, pairIn(value)), 'agreement');
    await turn.tell(`${words.agreementTaken()}\n\`\`\`\n${words.agreementMarkdown(holds)}\n\`\`\``);
  });

  onAction(app, desk, ACTIONS.agreement_complete, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const { other, isComplete } = await completeMentorship(context, actor, pairIn(value));
    await turn.say(words.wouldComplete(other, isComplete));
  });
}

/** `/mentor agreement`, with a person where there are several: a form where nothing is written down yet. */
export async function agreementCommand(turn: Turn, otherSlackId: string | null): Promise<void> {
  const { context, actor, words } = await turn.asker();
  const lines = await agreementsWith(context, actor, otherSlackId);
  const [line, ...more] = lines;
  if (line === undefined || more.length > 0) {
    const blocks = lines.slice(0, LINES_SHOWN).map((each) => agreementLineBlock(words, each));
    return turn.say({ text: textOf(blocks), blocks });
  }
  if (line.newest !== null) return show(turn, line.mentorshipId);
  await turn.openModal((asker: Asker) => openAgreementView(asker, line.mentorshipId));
}

/** More pairs than anybody has, and than a message holds. */
const LINES_SHOWN = 50;

async function show(turn: Turn, mentorshipId: string): Promise<void> {
  const { context, actor, words } = await turn.asker();
  const { newest } = known(await agreementOf(context, actor, mentorshipId), 'agreement');
  await turn.say(shownAs(words, newest));
}

function shownAs(words: Words, shown: AgreementShown, above?: string): Answer {
  const blocks = [...(above === undefined ? [] : [section(above)]), ...agreementBlocks(words, shown)];
  return { text: textOf(blocks), blocks };
}
