import type { Intent } from '../../domain/reading/intent';
import { askPerson } from '../../services/answering/ask';
import { listGoals } from '../../services/goals/goals';
import type { Asker } from '../asker';
import { actions, button, section } from '../kit/block-kit';
import { goalList } from '../kit/goal-list';
import { ACTIONS } from '../kit/ids';
import { askingCommand } from './asking';
import { lifeCommand } from './life';
import type { Answer } from './turn';

/** Does what a whole message asked for, as the command of that name would; null where the outbox says what was done. */
export async function doIntent(asker: Asker, { kind, words: said }: Intent): Promise<Answer | null> {
  const { context, actor, words } = asker;
  switch (kind) {
    case 'help':
      return words.helpWords('general');
    case 'pairing_help':
      return words.helpWords('mentor');
    case 'person': {
      const { to, isNew } = await askPerson(context, actor, said);
      return isNew ? null : words.wordWanted(to);
    }
    case 'hello':
      return `${words.hello()}\n${words.helpWords('general')}`;
    case 'thanks':
      return words.gladly();
    case 'goals':
      return goalList(words, await listGoals(context, actor));
    case 'settings': {
      const text = words.settingsOffer();
      return {
        text,
        blocks: [section(text), actions([button(words.BUTTONS.settings, ACTIONS.open_settings)])],
      };
    }
    case 'away':
      return lifeCommand(asker, 'away', said);
    case 'stop':
    case 'resume':
    case 'pause':
    case 'snooze':
    case 'skip':
    case 'next':
    case 'why':
    case 'now':
      return askingCommand(asker, kind, said, said);
  }
}
