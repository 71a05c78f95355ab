import type { Audience } from '../../src/domain/check-in';
import type { MentorshipState } from '../../src/domain/mentorship';
import { canariesIn, type Canaries, type Found } from './canaries';
import {
  click,
  command,
  fillIn,
  memberOf,
  nudges,
  openHome,
  openTestStage,
  pair,
  type TestStage,
} from './stage';

/** A world in which everything that is said is a word of its own: two pairs, a coordinator, and a mentor channel. */

export const FRIDAY = new Date('2027-02-12T22:00:00Z');
export const NEXT_FRIDAY = new Date('2027-02-19T22:00:00Z');

export const NOBODY: Found = {};
/** Words that wait for the mentor's answer. */
export const WAITING: Found = { UMENTOR: ['digest', 'home', 'modal'] };
/** Words to a goal that is on track: they may be answered, and wait for nobody. */
export const ON_TRACK: Found = { UMENTOR: ['digest', 'modal'] };
export const andTheChannel = (found: Found): Found => ({ ...found, CHANNEL: ['channel'] });
/** The same for the second mentor. */
export const andPriya = (found: Found): Found => ({ ...found, UMENTOR2: found.UMENTOR ?? [] });

type Values = Readonly<Record<string, unknown>>;

export interface CanaryWorld extends Canaries {
  readonly stage: TestStage;
  setDefault(audience: Audience): Promise<void>;
  /** In the form of the newest nudge's first question. */
  answerInWords(values: Values): Promise<void>;
  checkIn(values: Values): Promise<void>;
  editGoal(title: string, values: Values): Promise<void>;
  goalId(title: string): Promise<string>;
  /** The receipt's or the answer's select: who reads this text of the mentee. */
  chooseReaders(text: string, audience: Audience): Promise<void>;
  /** Ends, rests or takes up a mentorship in the store: no verb does so yet. */
  move(mentor: string, from: MentorshipState, to: MentorshipState): Promise<void>;
}

export async function openCanaryWorld(coordinators: readonly string[] = ['UCOORD']): Promise<CanaryWorld> {
  const stage = await openTestStage({ coordinators });
  await pair(stage);
  await pair(stage, 'UMENTOR2', 'UMENTEE2');
  await command(stage, coordinators[0] ?? '', '/mentor digest #mentors');

  async function goalId(title: string): Promise<string> {
    const { id } = await memberOf(stage, 'UMENTEE');
    const goal = await stage.database.prisma.goal.findFirst({ where: { memberId: id, title } });
    return goal?.id ?? '';
  }

  return {
    stage,
    ...canariesIn(stage),
    goalId,
    async setDefault(audience) {
      await openHome(stage, 'UMENTEE');
      await stage.slack.click('UMENTEE', { actionId: 'open_settings' });
      await stage.settled();
      await fillIn(stage, 'UMENTEE', { audience });
    },
    async answerInWords(values) {
      const { ts } = (await nudges(stage)).at(-1) ?? { ts: '' };
      await click(stage, 'UMENTEE', 'answer_words', { ts });
      await fillIn(stage, 'UMENTEE', values);
    },
    async checkIn(values) {
      await command(stage, 'UMENTEE', '/checkin');
      await fillIn(stage, 'UMENTEE', { goal: 'none', ...values });
    },
    async editGoal(title, values) {
      await command(stage, 'UMENTEE', `/goal edit ${title}`);
      await fillIn(stage, 'UMENTEE', values);
    },
    async chooseReaders(text, audience) {
      const { id } = await memberOf(stage, 'UMENTEE');
      const said = await stage.database.prisma.checkIn.findFirst({ where: { memberId: id, text } });
      await openHome(stage, 'UMENTEE');
      await stage.slack.click('UMENTEE', {
        actionId: 'change_audience',
        blockId: `audience:${said?.id ?? ''}:${said?.audience ?? ''}`,
        value: `${said?.id ?? ''}:${audience}`,
      });
      await stage.settled();
    },
    async move(mentor, from, to) {
      const [{ id: mentorId }, { id: menteeId }] = [
        await memberOf(stage, mentor),
        await memberOf(stage, 'UMENTEE'),
      ];
      const open = await stage.store.mentorships.openBetween(mentorId, menteeId);
      await stage.store.mentorships.move(open?.id ?? '', from, to, stage.clock.now());
    },
  };
}
