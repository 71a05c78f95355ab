import { INTENTS } from './intent-grammar';
import { plainWords } from './plain-words';

/**
 * What a whole message to the bot asks it to do. `words` are those behind the verb, for the reader of that command, or the
 * Slack id of the person that it names; empty where there are none.
 */
export interface Intent {
  readonly kind:
    | 'help'
    | 'pairing_help'
    | 'person'
    | 'stop'
    | 'resume'
    | 'pause'
    | 'snooze'
    | 'skip'
    | 'away'
    | 'goals'
    | 'next'
    | 'why'
    | 'now'
    | 'settings'
    | 'thanks'
    | 'hello';
  readonly words: string;
}

const KINDS: ReadonlyMap<string, Intent['kind']> = new Map([
  ['Help', 'help'],
  ['PairHelp', 'pairing_help'],
  ['PersonWish', 'person'],
  ['Stop', 'stop'],
  ['Resume', 'resume'],
  ['PauseWish', 'pause'],
  ['SnoozeWish', 'snooze'],
  ['Skip', 'skip'],
  ['AwayWish', 'away'],
  ['Goals', 'goals'],
  ['Next', 'next'],
  ['Why', 'why'],
  ['Now', 'now'],
  ['Settings', 'settings'],
  ['Thanks', 'thanks'],
  ['Hello', 'hello'],
]);

const TRAILING_EMOJI = /(?:\s*(?:\p{Extended_Pictographic}\uFE0F?|:[a-z0-9_+-]+:))+\s*$/u;

/** Slack's user ids are capitals, which plain words are not. */
function slackUserIdIn(mention: string): string {
  return (/^<@([^|>]+)/.exec(mention)?.[1] ?? '').toUpperCase();
}

/** Null for everything that is not wholly one of these: a person's own words. */
export function readIntent(text: string): Intent | null {
  const words = plainWords(text.replace(TRAILING_EMOJI, ''));
  const [wish] = (words === null ? null : INTENTS.parse(words, 'Intent'))?.one('Wish')?.parts ?? [];
  const kind = wish && KINDS.get(wish.rule);
  if (wish === undefined || kind === undefined) return null;
  if (wish.has('SnoozeWish_later')) return { kind, words: wish.text.includes('later') ? 'later' : '' };
  if (kind === 'person') return { kind, words: slackUserIdIn(wish.one('mention')?.text ?? '') };
  return { kind, words: wish.one('Pause', 'Moment', 'Spans')?.text ?? '' };
}
