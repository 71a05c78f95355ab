import { NOTHING_CARRIED } from '../../src/domain/facts';
import type { KnownBlock } from '@slack/types';
import { broadcastsIn } from '../../playground/slack/broadcasts';
import { validateMessage, validateView } from '../../playground/slack/blocks/block-kit';
import { ACTIONS } from '../../src/slack/kit/ids';
import { textOf } from '../../src/slack/kit/block-kit';
import { goalList } from '../../src/slack/kit/goal-list';
import { home } from '../../src/slack/home/index';
import { wordsFor } from '../../src/words';
import { asked, checkIn, EVERYTHING_SAID, goal, id, said, type Said } from './hostile';

const words = wordsFor('en-US');
import { HOMES } from './hostile-homes';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

function expectHarmless(shown: { text?: string; blocks: readonly unknown[] }): void {
  expect(broadcastsIn({ ...shown })).toEqual([]);
  expect(shown.text ?? '').not.toMatch(/<!|<@U0EVIL>/);
  for (const [, text = ''] of JSON.stringify(shown).matchAll(/"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g)) {
    expect(text).not.toMatch(/<!|<@U0EVIL>/);
    expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
  }
}

describe.each(EVERYTHING_SAID.map((facts, index) => [facts.kind, index, facts] as const))(
  'a message of kind %s (%i)',
  (_kind, _index, facts) => {
    const messages = said(facts);

    test('is one that Slack takes, now and when it is updated', () => {
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) {
        expect(validateMessage(message)).toEqual([]);
        expect(message.blocks.length).toBeLessThanOrEqual(40);
        expect(message.text.length).toBeLessThanOrEqual(4000);
      }
    });

    test('pings nobody whom a person’s words would ping', () => {
      for (const message of messages) expectHarmless(message);
    });

    test('says in its text what its blocks say', () => {
      for (const { text, blocks } of messages) {
        for (const line of lines(textOf(blocks))) expect(text).toContain(line);
      }
    });
  },
);

describe('a nudge', () => {
  const nudge = (parts: Partial<Extract<Said, { kind: 'nudge' }>>) => {
    const [message] = said({
      kind: 'nudge',
      nudgeId: id(9),
      state: 'sent',
      rider: null,
      ofMentor: null,
      asks: [],
      shelf: [],
      mentors: [],
      zone: 'UTC',
      questions: [asked(2, false)],
      others: 0,
      readers: [{ slackUserId: 'UGRACE', name: 'Grace' }],
      sharing: { audience: 'mentor', sharedWith: [] },
      followedUp: false,
      halved: null,
      ...parts,
    });
    return message ?? { text: '', blocks: [] };
  };
  const actionsIn = (blocks: readonly KnownBlock[]) =>
    [...JSON.stringify(blocks).matchAll(/"action_id":"(\w+)"/g)].map(([, action]) => action);

  test('asks with four taps, a way out, and a word about who reads', () => {
    const { text, blocks } = nudge({});
    expect(text).toBe(
      'How is your goal *Goal 2* going?\nLater, or not this time\n<@UGRACE> will read your answer.',
    );
    expect(actionsIn(blocks)).toEqual([
      ACTIONS.answer_on_track,
      ACTIONS.answer_stuck,
      ACTIONS.answer_done,
      ACTIONS.answer_words,
      ACTIONS.nudge_more,
    ]);
    expect(JSON.stringify(blocks)).toContain('"accessibility_label":"On track: Goal 2"');
  });

  test.each([
    [
      'usual_in_the_way',
      ['Nothing in the way', 'Something is', 'Write a few words'],
      'something is in the way',
    ],
    ['usual_next_step', ['Name a next step', 'Not this time'], 'a bit stuck'],
    ['usual_learned', ['Write a few words', 'Not this time'], 'a bit stuck'],
    ['own:1', ['Write a few words', 'Not this time'], 'a bit stuck'],
    [
      'one that left the bank',
      ['On track', 'A bit stuck', 'Goal reached', 'Write a few words'],
      'a bit stuck',
    ],
  ] as const)('%s has the buttons of its type, and says back what they said', (question, labels, stuck) => {
    const ownText = question === 'own:1' ? { ownText: 'What did you read?' } : {};
    const typed = { ...asked(2, false, ownText), question };
    const { blocks } = nudge({ questions: [typed] });
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons.flatMap((each) => (each.type === 'button' ? each.text.text : []))).toEqual(labels);
    const nobody = { readers: [], tellable: [], told: [], seen: [], carried: NOTHING_CARRIED };
    const answer = { checkInId: id(1), status: 'stuck', text: null, audience: 'self', ...nobody } as const;
    const { text } = nudge({ state: 'answered', questions: [{ ...typed, answer }] });
    expect(text).toContain(`You said: ${stuck}. Thank you for saying so.\nVisible to you alone`);
  });

  test('shows the answer and who reads it once it is given', () => {
    const { text, blocks } = nudge({ state: 'answered', questions: [asked(2, true)] });
    expect(text).toContain('You said: goal reached.');
    expect(actionsIn(blocks)).toEqual([ACTIONS.change_audience, ACTIONS.answer_words]);
    expect(text).not.toContain('will read');
  });

  test('still takes an answer when it has expired, but offers no snooze', () => {
    const { text, blocks } = nudge({ state: 'expired' });
    expect(actionsIn(blocks)).toContain(ACTIONS.answer_on_track);
    expect(actionsIn(blocks)).not.toContain(ACTIONS.nudge_more);
    expect(text).toContain('An answer here still counts.');
  });

  test.each(['skipped', 'void', 'held', 'undeliverable'] as const)(
    'has no dead button when it is %s',
    (state) => {
      expect(actionsIn(nudge({ state }).blocks)).toEqual([]);
    },
  );

  test.each([
    [0, false],
    [1, 'And one other, not this time.'],
    [7, 'And 7 others, not this time.'],
  ])('says of %i other goals that it is not their turn', (others, line) => {
    expect(nudge({ others }).text.match(/And .*not this time\./)?.[0] ?? false).toBe(line);
  });

  test('without a goal asks for words and offers to set one', () => {
    const { blocks } = nudge({
      questions: [{ ...asked(2, false, { goal: null }), question: 'no_goal_want' }],
    });
    expect(actionsIn(blocks)).toEqual([
      ACTIONS.answer_words,
      ACTIONS.goal_add,
      ACTIONS.pass_question,
      ACTIONS.nudge_more,
    ]);
  });
});

describe('a digest', () => {
  const of = (kind: 'digest' | 'channel_digest') =>
    EVERYTHING_SAID.filter((facts) => facts.kind === kind).flatMap((facts) => said(facts));

  test('of sixty mentees is split, and leaves nobody out', () => {
    const messages = of('digest');
    const whole = messages.map(({ text }) => text).join('\n');
    expect(messages.length).toBeGreaterThan(3);
    for (let count = 1; count <= 60; count += 1) expect(whole).toContain(`<@U${count}>`);
    for (const { blocks } of messages) {
      expect(blocks.find(({ type }) => type !== 'header' && type !== 'context')?.type).toBe('section');
    }
  });

  test('of an empty week is one friendly line', () => {
    expect(of('digest').at(-1)?.text).toContain('nothing new was shared with you');
    expect(of('channel_digest').at(-1)?.text).toContain('All is calm');
  });

  test('offers an answer to each check-in that waits, and says it once', () => {
    const waiting = checkIn(4, { text: 'Passed the mock exam' });
    const [message] = said({
      kind: 'digest',
      from: new Date('2027-02-26T15:00:00Z'),
      until: new Date('2027-03-05T15:00:00Z'),
      shelf: [],
      late: [],
      asks: [],
      mentees: [
        {
          mentee: { slackUserId: 'UADA', name: 'Ada' },
          mentorshipId: waiting.id,
          moved: [waiting],
          stuck: [],
          reached: [],
          newGoals: [],
          steps: [],
          barriers: [],
          promises: [],
          awaiting: [waiting],
          presence: 'steady',
          asked: 1,
          trend: null,
        },
      ],
      zone: 'UTC',
    });
    expect(message?.text.match(/Passed the mock exam/g)).toHaveLength(1);
    expect(JSON.stringify(message?.blocks)).toContain(`"value":"${waiting.id}"`);
  });

  test('in a channel names people without a ping', () => {
    for (const { text } of of('channel_digest')) expect(text).not.toContain('<@');
  });
});

describe.each(HOMES)('the Home of %s', (_who, facts) => {
  const view = home(words, facts);

  test('is one that Slack takes', () => {
    expect(validateView(view)).toEqual([]);
    expect(view.blocks.length).toBeGreaterThan(1);
  });

  test('pings nobody and ends with help', () => {
    expectHarmless(view);
    expect(JSON.stringify(view.blocks.at(-1))).toContain('`/goal` is for goals');
  });
});

describe('the answer to a bare /goal', () => {
  test.each([0, 1, 6, 7, 30, 200])('with %i goals is one that Slack takes', (count) => {
    const states = ['active', 'active', 'achieved', 'dropped'] as const;
    const goals = Array.from({ length: count }, (_, index) =>
      goal(index, { state: states[index % 4] ?? 'active' }),
    );
    const list = goalList(words, goals);
    expect(validateMessage(list)).toEqual([]);
    expectHarmless(list);
    for (const line of lines(textOf(list.blocks))) expect(list.text).toContain(line);
  });
});
