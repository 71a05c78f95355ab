import type { Audience } from '../../src/domain/check-in';
import {
  ask,
  closeStages,
  command,
  fillIn,
  openHome,
  openTestStage,
  pair,
  said,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** Every view, every audience, every reader. */

const digestsOf = async (stage: TestStage, user = 'UMENTOR') =>
  (await said(stage, user, 'digest')).map(wordsOf).join('\n');
const channel = (stage: TestStage) => stage.slack.messages({ channel: 'CMENTORS' }).map(wordsOf).join('\n');

describe('who reads what', () => {
  let stage: TestStage;
  const texts: Record<Audience, string> = {
    self: 'For my own eyes',
    mentor: 'For my mentor',
    program: 'For the program',
  };

  beforeAll(async () => {
    stage = await openTestStage();
    await pair(stage);
    await pair(stage, 'UMENTOR2', 'UMENTEE2');
    await command(stage, 'UCOORD', '/mentor digest #mentors');
    await ask(stage);
    for (const [audience, text] of Object.entries(texts)) {
      await command(stage, 'UMENTEE', '/checkin');
      await fillIn(stage, 'UMENTEE', { text, audience });
    }
    await stage.advance(new Date('2027-02-12T22:00:00Z'));
  });
  afterAll(closeStages);

  const views: Record<string, () => Promise<string>> = {
    'the mentor’s digest': () => digestsOf(stage),
    'the mentor’s home': () => openHome(stage, 'UMENTOR'),
    'the channel’s digest': () => Promise.resolve(channel(stage)),
    'the coordinator’s home': () => openHome(stage, 'UCOORD'),
    'the mentee’s own home': () => openHome(stage, 'UMENTEE'),
    'the digest of another mentor': () => digestsOf(stage, 'UMENTOR2'),
    'the home of another mentor': () => openHome(stage, 'UMENTOR2'),
    'the home of another mentee': () => openHome(stage, 'UMENTEE2'),
    'the home of a stranger': () => openHome(stage, 'UOTHER'),
  };
  const readers: Record<Audience, readonly string[]> = {
    self: ['the mentee’s own home'],
    mentor: ['the mentee’s own home', 'the mentor’s digest', 'the mentor’s home'],
    program: ['the mentee’s own home', 'the mentor’s digest', 'the mentor’s home', 'the channel’s digest'],
  };
  const audiences: readonly Audience[] = ['self', 'mentor', 'program'];

  it.each(
    Object.keys(views).flatMap((view) =>
      audiences.map((audience) => ({ view, audience, reads: readers[audience].includes(view) })),
    ),
  )('$view shows what is for "$audience": $reads', async ({ view, audience, reads }) => {
    expect((await views[view]?.())?.includes(texts[audience])).toBe(reads);
  });

  it('the coordinator sees counts, and no words', async () => {
    const home = await openHome(stage, 'UCOORD');
    expect(home).toMatch(/2 pairs/);
    for (const text of Object.values(texts)) expect(home).not.toContain(text);
  });
});
