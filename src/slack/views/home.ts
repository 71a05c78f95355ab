import type { HomeView } from '@slack/types';
import type { HomeFacts } from '../../domain/message';

export function home(facts: HomeFacts): HomeView {
  return { type: 'home', blocks: facts.enrolled ? [] : [] };
}
