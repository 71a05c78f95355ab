import type { Cadence } from '../../domain/cadence';
import { isPaused } from '../../domain/member-life';
import { parseMoment, parsePause } from '../../domain/reading/moment';
import { Refused } from '../../domain/refusal';
import { nextQuestion } from '../../services/asking/next-question';
import { nudgeHistory } from '../../services/asking/nudge-history';
import { nudgeNow } from '../../services/asking/nudge-now';
import { addOwnQuestion, ownQuestions, removeOwnQuestion } from '../../services/asking/own-questions';
import { pauseNudges, resumeNudges, stopNudges } from '../../services/asking/pause-nudges';
import { previewMember } from '../../services/asking/preview-nudges';
import { openNudge, skipNudge, snoozeNudge } from '../../services/asking/put-off-nudge';
import { awake, readCadence, rhythmOf, setRhythmOf } from '../../services/asking/set-cadence';
import { speakerOf } from '../../services/people/speaker';
import type { Asker } from '../asker';
import { button } from '../kit/block-kit';
import { ACTIONS } from '../kit/ids';
import type { Answer } from './turn';
import { undoably } from '../undoably';

/** What a person says about when they are asked, by a command or in so many words. */

const PREVIEW_MONTHS = 3;
const PREVIEW_MOST_MONTHS = 24;

/** Whatever is no verb is read as a rhythm. */
export async function askingCommand(asker: Asker, verb: string, rest: string, text: string): Promise<Answer> {
  const { context, actor, words } = asker;
  const { member } = actor;
  switch (verb) {
    case 'now':
      await nudgeNow(context, actor);
      return words.nudgeSentNow();
    case 'next':
      return next(asker);
    case 'pause':
      return pause(asker, rest);
    case 'resume':
      return resume(asker);
    case 'stop':
      return undoably(asker, member, async (within) => {
        await stopNudges(within.context, actor);
        return words.stopped();
      });
    case 'snooze':
      return snooze(asker, rest);
    case 'skip': {
      const nudge = await openNudge(context, actor);
      await skipNudge(context, actor, nudge.id, rest === '' ? null : rest);
      return words.skipped();
    }
    case 'why':
      return why(asker);
    case 'preview':
      return preview(asker, rest);
    case 'question':
    case 'questions':
      return ownQuestion(asker, rest);
    default: {
      const wanted = readCadence(text, actor, await rhythmOf(context, actor));
      const change = button(words.BUTTONS.change, ACTIONS.home_cadence);
      return undoably(asker, member, (within) => setRhythm(within, wanted), change);
    }
  }
}

async function setRhythm({ context, actor, words }: Asker, wanted: Cadence): Promise<string> {
  const { cadence, dates } = await setRhythmOf(context, actor, wanted);
  return words.cadenceSet(cadence, dates, actor.member.zone);
}

async function next({ context, actor, words }: Asker): Promise<string> {
  const cadence = await rhythmOf(context, actor);
  return words.nextNudge({
    next: await nextQuestion(context, actor.member),
    zone: actor.member.zone,
    paused: isPaused(actor.member, actor.now) ? { until: actor.member.pausedUntil } : null,
    cadence,
    stopped: actor.member.stoppedAt !== null,
  });
}

/** "pause", "pause until 5 May", "pause for two weeks": what cannot be read is refused, so that nobody is paused for ever by a slip. */
export async function pause(asker: Asker, text: string): Promise<Answer> {
  const { actor, words } = asker;
  const parsed =
    text.trim() === '' ? ({ ok: true, until: null } as const) : parsePause(text, speakerOf(actor));
  if (parsed.ok) {
    return undoably(asker, actor.member, async ({ context }) => {
      await pauseNudges(context, actor, parsed.until);
      return words.paused(parsed.until);
    });
  }
  switch (parsed.problem) {
    case 'not_understood':
      throw new Refused({ code: 'pause_not_understood', heard: text });
    case 'is_away':
      throw new Refused({ code: 'pause_is_away', heard: text });
    case 'in_the_past':
      throw new Refused({ code: 'moment_in_the_past', heard: text });
  }
}

export async function resume(asker: Asker): Promise<Answer> {
  const { actor, words } = asker;
  return undoably(asker, actor.member, async ({ context }) => {
    await resumeNudges(context, actor);
    return words.resumed(await nextQuestion(context, awake(actor.member)), actor.member.zone);
  });
}

async function snooze({ context, actor, words }: Asker, text: string): Promise<string> {
  const nudge = await openNudge(context, actor);
  const morning = (await rhythmOf(context, actor))?.start.slice(11);
  const parsed = parseMoment(text === '' ? 'tomorrow' : text, speakerOf(actor), morning);
  if (!parsed.ok) {
    throw new Refused({
      code: parsed.problem === 'in_the_past' ? 'moment_in_the_past' : 'moment_not_understood',
      heard: text,
    });
  }
  await snoozeNudge(context, actor, nudge.id, parsed.at);
  return words.snoozed(parsed.at, actor.member.zone);
}

export async function why({ context, actor, words }: Asker): Promise<string> {
  const { records, laidAside } = await nudgeHistory(context, actor);
  return words.why(records, laidAside, actor.member.zone);
}

async function preview({ context, actor, words }: Asker, text: string): Promise<string> {
  const months = Number(/\d+/.exec(text)?.[0] ?? PREVIEW_MONTHS);
  const rows = await previewMember(context, actor, Math.min(Math.max(months, 1), PREVIEW_MOST_MONTHS));
  return words.previewDays(rows, actor.member.zone);
}

function ownQuestion(asker: Asker, text: string): Promise<Answer> {
  return questionCommand(asker, text, {
    list: async ({ context, actor, words }) => words.questionsList(await ownQuestions(context, actor)),
    add: async ({ context, actor, words }, question) =>
      words.questionAdded(await addOwnQuestion(context, actor, question)),
    async remove({ context, actor, words }, number) {
      await removeOwnQuestion(context, actor, number);
      return words.questionRemoved();
    },
  });
}

interface QuestionVerbs {
  readonly list: (asker: Asker) => Promise<string>;
  readonly add: (asker: Asker, question: string) => Promise<string>;
  /** @param number from 1, in the order of the list */
  readonly remove: (asker: Asker, number: number) => Promise<string>;
}

/** A question adds itself, a bare command lists them, `remove 1` takes one away, and `remove` of anything else is refused. */
export async function questionCommand(
  asker: Asker,
  text: string,
  { list, add, remove }: QuestionVerbs,
): Promise<Answer> {
  const { member } = asker.actor;
  const wanted = text.trim();
  if (/^(?:list|show)?$/i.test(wanted)) return list(asker);
  const [, which] = /^(?:remove|delete)(?:\s+([\s\S]*))?$/i.exec(wanted) ?? [];
  if (which !== undefined && /^\d{1,4}$/.test(which)) {
    return undoably(asker, member, (within) => remove(within, Number(which)));
  }
  if (which !== undefined || /^(?:remove|delete)$/i.test(wanted)) {
    throw new Refused({ code: 'no_such_question', heard: which ?? '' });
  }
  return undoably(asker, member, (within) => add(within, text));
}
