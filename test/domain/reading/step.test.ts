import { readStep } from '../../../src/domain/reading/step';

const speaker = { now: new Date('2027-02-01T15:00:00Z'), zone: 'America/Chicago' };

describe('what answers the question of what comes next', () => {
  it.each([
    ['Book the exam by 12 March', 'Book the exam', '2027-03-12'],
    ['Book the exam (by 12 March 2027)', 'Book the exam', '2027-03-12'],
    ['Call Ada tomorrow', 'Call Ada', '2027-02-02'],
    ['Read chapter two', 'Read chapter two', null],
    ['Stand by me', 'Stand by me', null],
    // A day that lies behind is no day to come back to.
    ['Book the exam by 12 January 2027', 'Book the exam by 12 January 2027', null],
    ['Nothing but the exam', 'Nothing but the exam', null],
  ])('%j is a step', (text, words, by) => {
    expect(readStep(text, speaker)).toEqual({ words, by });
  });

  it.each([
    'No idea',
    'nothing yet.',
    'I don’t know',
    'Not sure',
    'Which one do you mean?',
    'by Friday',
    'a'.repeat(201),
  ])('%j names none', (text) => {
    expect(readStep(text, speaker)).toBeNull();
  });
});
