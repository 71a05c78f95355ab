/** The first quarter of the story on the real bot; `npm run story` tells the whole two years. */

import { ENDS, QUARTER_ENDS } from '../playground/story/calendar';
import type { Figures } from '../playground/story/figures';
import { brokenPromises } from '../playground/story/promises';
import { dueInStory, tellStory } from '../playground/story/tell-story';

test('every due time of the two years is nine o’clock where the mentee is, through clock changes and moves', () => {
  const due = dueInStory(ENDS);
  expect(due).toHaveLength(52);
  expect(new Set(due.map(({ local }) => local.slice(11, 25)))).toEqual(
    new Set(['09:00:00-06:00', '09:00:00-05:00', '09:00:00-07:00']),
  );
});

describe('the first quarter of the story', () => {
  let figures: Figures;
  const lines: string[] = [];

  beforeAll(async () => {
    figures = await tellStory((line) => lines.push(line), QUARTER_ENDS);
  });

  test('keeps every promise', () => {
    // How soon an act is acknowledged is for the whole story to say: here other tests take the machine's time.
    expect(brokenPromises({ ...figures, slowestAcknowledgement: 0 })).toEqual([]);
  });

  test('asks every other Monday at nine, through Slack’s bad moments and a clock change', () => {
    expect(figures).toMatchObject({ due: 7, sent: 7, punctual: 7, onTime: 7, answered: 7, duplicates: 0 });
    expect(figures).toMatchObject({ otherWallTime: [], unasked: [], lost: [], surprises: [] });
  });

  test('takes plain words for what they are, and a mentor’s question to the mentee', () => {
    expect(figures).toMatchObject({ understood: 8, misread: [] });
  });

  test('waits for the end of do-not-disturb', () => {
    expect(figures.postponed).toBe(1);
  });

  test('brings the mentor a digest every Friday, and the channel what people chose to share', () => {
    expect(figures).toMatchObject({ digests: 12, digestsDue: 12, digestsAtOtherTime: [], broadcasts: 0 });
    expect(figures.channelDigests).toBeGreaterThan(0);
  });

  test('keeps what was said in the transcript', () => {
    expect(lines.join('\n')).toContain('A quiet fortnight: one evening with the flash cards');
  });
});
