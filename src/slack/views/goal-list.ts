import type { GoalInWords } from '../../domain/message';
import type { SlackMessage } from './block-kit';

export function goalList(goals: readonly GoalInWords[]): SlackMessage {
  return { text: String(goals.length), blocks: [] };
}
