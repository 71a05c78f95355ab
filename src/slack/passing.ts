import { isDatabaseAway } from '../services/database-away';
import { classify } from './slack-errors';

/** Whether an error will pass by itself: Slack or the database refuse or do not answer now, and will. */
export function isPassing(error: unknown): boolean {
  return classify(error) !== null || isDatabaseAway(error);
}
