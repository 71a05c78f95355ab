import { dueInStory, tellStory } from '../playground/story/tell-story';
import { brokenPromises } from '../playground/story/promises';
import type { Figures } from '../playground/story/figures';

/** Two years of a mentorship on the real bot: the acceptance test. */
describe('the two-year story', () => {
  let figures: Figures;
  const lines: string[] = [];

  beforeAll(async () => {
    figures = await tellStory((line) => lines.push(line));
  }, 120_000);

  test('keeps every promise', () => {
    expect(brokenPromises(figures)).toEqual([]);
  });

  test('asks every other Monday at nine where the mentee is, through every clock change and a move', () => {
    expect(figures).toMatchObject({ due: 52, punctual: 40, onTime: 40, otherWallTime: [], unasked: [] });
    expect(new Set(dueInStory().map(({ local }) => local.slice(11, 25)))).toEqual(
      new Set(['09:00:00-06:00', '09:00:00-05:00', '09:00:00-07:00']),
    );
  });

  test('holds what does not fit a life, and keeps a record of each', () => {
    expect(figures.held).toEqual({ away: 2, do_not_disturb: 1, holiday: 6, paused: 1 });
    expect(figures).toMatchObject({ postponed: 1, skipped: 1, lost: [], surprises: [] });
  });

  test('lets a question rest that is fifteen hours late, and asks one that is three hours late once', () => {
    expect(figures).toMatchObject({ voided: 1, outageNotes: 1, lateSent: [], sent: 41, duplicates: 0 });
  });

  test('brings the mentor a digest every Friday, and the channel one when somebody has something to say', () => {
    expect(figures).toMatchObject({ digests: 104, digestsAtOtherTime: [], broadcasts: 0 });
    expect(figures.channelDigests).toBeGreaterThan(20);
  });

  test('celebrates both goals', () => {
    expect(figures.goalsReached).toBe(2);
    expect(lines.join('\n')).toContain('You reached Become certified.');
  });
});
