import type { Named } from '../../src/domain/facts';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about words from one person to another. */

const at = new Date('2026-12-07T15:00:00Z');
const zone = 'America/Chicago';
const ada: Named = { slackUserId: 'UADA', name: 'Ada' };
const QUESTION = 'Which talk would you like to give?';
const put = { to: ada, text: QUESTION, next: at, zone, instead: 'Any luck?' };

type BetweenSentence =
  | 'writes'
  | 'answersYou'
  | 'mentorAsks'
  | 'mentorQuestionAnswered'
  | 'onlyMentorReads'
  | 'answerTo'
  | 'answersPerson'
  | 'questionPut'
  | 'questionTakenBack'
  | 'questionWaits'
  | 'wholeQuote'
  | 'replyTo'
  | 'writeTo'
  | 'askPerson'
  | 'threadGoesTo'
  | 'onlyTheyRead'
  | 'onlyTheyReadIt'
  | 'whenRead'
  | 'repliesTo'
  | 'wordsSent';

export const BETWEEN_SAMPLES: { readonly [Name in BetweenSentence]: readonly Parameters<Words[Name]>[] } = {
  writes: [
    [ada, 'reply', true],
    [ada, 'question', false],
  ],
  answersYou: [
    [ada, QUESTION, false],
    [ada, QUESTION, true],
  ],
  mentorAsks: [[ada, QUESTION]],
  mentorQuestionAnswered: [[ada, QUESTION]],
  onlyMentorReads: [[ada]],
  answerTo: [[ada]],
  answersPerson: [[ada]],
  questionPut: [[put], [{ ...put, next: null, instead: null }]],
  questionTakenBack: [[ada]],
  questionWaits: [[QUESTION]],
  wholeQuote: [['Yes, please.'], ['One line.\nAnother.']],
  replyTo: [[ada]],
  writeTo: [[ada]],
  askPerson: [[ada]],
  threadGoesTo: [[ada]],
  onlyTheyRead: [[ada]],
  onlyTheyReadIt: [[ada]],
  whenRead: [['now'], ['next']],
  repliesTo: [[QUESTION]],
  wordsSent: [
    [ada, 'new'],
    [ada, 'edited'],
    [ada, 'over'],
  ],
};
