import type { Refusal, HeldForEver } from '../../domain/refusal';
import { channelLink, mention, quote, safe, zoneInWords } from '../mrkdwn';
import { isWeekday } from '../../domain/weekday';
import { WEEKDAY_NAMES } from './cadence';
import { BUTTONS } from './labels';
import { capacityWords } from './mentorship';
import { clockTime, dateInWords, dayInWords, dayOfMonth, localMoment, someDays } from './moments';
import { capital, heard, listed, titled } from './phrases';

/** A text that a command refused is given back whole, so that nothing typed is lost. */
const GIVEN_BACK = 12_000;

/**
 * A refusal as a sentence or two: what happened, what is safe, what to do next.
 *
 * @param typed what the person had typed, given back below where it would otherwise be lost
 */
export function refusalWords(refusal: Refusal, typed = ''): string {
  return withYourWords(sayRefusal(refusal), typed);
}

/** A sentence about what went wrong, and below it what the person had typed, where there was anything. */
export function withYourWords(sentence: string, typed: string): string {
  const text = typed.trim();
  return text === '' ? sentence : `${sentence}\nYour words, to copy:\n${quote(text, GIVEN_BACK)}`;
}

function rhythmHint(): string {
  return `Try \`/nudge weekly on Monday at ${clockTime('09:00')}\`. Nothing has changed.`;
}

function sayRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'is_bot':
      return `${named(refusal.who)} is an app, and apps do not take part. Name a person instead.`;
    case 'is_gone':
      return `${named(refusal.who)} has left this workspace. Name somebody else.`;
    case 'is_guest':
      return `${named(refusal.who)} is a guest here, and guests cannot take part yet. Ask an admin about a full account.`;
    case 'is_external':
      return `${named(refusal.who)} is from another workspace. Name somebody from this one.`;
    case 'yourself':
      return 'That would be you with yourself. Name somebody else.';
    case 'nobody_named':
      return NOBODY_NAMED[refusal.hint];
    case 'unknown_person':
      return `I found nobody here by ${heard(refusal.who)}. Type @ and pick the name from the list.`;
    case 'already_paired':
      return `You and ${named(refusal.who)} are paired already. \`/mentor status\` shows it.`;
    case 'already_proposed':
      return `You and ${named(refusal.who)} have an invitation open already. \`/mentor status\` shows it.`;
    case 'declined_lately':
      return `${named(refusal.who)} said “${BUTTONS.decline}” on ${dayInWords(refusal.on)}. Leave it until ${dayInWords(refusal.from)}; they can ask you any time, and somebody else may be glad to be asked.`;
    case 'not_yours':
      return 'That one belongs to somebody else, so I left it as it is.';
    case 'pair_names_two':
      return 'Name two people, the mentor first: `/mentor pair @mentor @mentee`';
    case 'pairing_by_coordinators':
      return 'Bringing two others together is for the program’s coordinators. `/mentor invite @someone` offers to be a mentor yourself.';
    case 'pair_is_open':
      return refusal.state === 'paired'
        ? 'These two are paired already. Nothing has changed.'
        : 'These two have an invitation open already. Nothing has changed.';
    case 'not_paired_to_leave':
      return `You and ${named(refusal.who)} are not paired, so nothing has changed. \`/mentor status\` shows who you are paired with.`;
    case 'not_paired_with':
      return 'You two are not paired just now, so I passed nothing on. `/mentor status` shows who you are paired with.';
    case 'nobody_to_ask':
      return 'You are not paired with anybody just now, so there is nobody to ask. `/mentor ask @someone` invites a mentor.';
    case 'ask_over':
      return 'That is settled already. You can ask anew at any time.';
    case 'not_your_mentee':
      return 'You are not their mentor just now, so I ask nothing in your name. `/mentor status` shows who you are paired with.';
    case 'mentor_full':
      return refusal.isOwn
        ? `${capacityWords(refusal.capacity)} \`/mentor capacity ${refusal.mentees + 1}\` makes room for one more. Nothing has changed.`
        : `${mention(refusal.who)} has as many mentees as they can take just now, so nothing has changed. Somebody else may be glad to.`;
    case 'capacity_not_understood':
      return `I could not read ${that(refusal.heard)} as a number of mentees. Try \`/mentor capacity 3\` (at most ${refusal.most}), or \`/mentor capacity off\`. It stays as it was.`;
    case 'no_question_waits':
      return `No question of yours waits for ${mention(refusal.who)}. \`/mentor question @someone …\` puts one into my next question to them.`;
    case 'gone':
      return `${GONE[refusal.what]} is not there any more. Nothing else has changed.`;
    case 'already_answered':
      return alreadyAnswered(refusal.state);
    case 'coordinators_only':
      return 'A question for the whole program is for its coordinators to add. `/nudge question …` adds one of your own.';
    case 'question_too_long':
      return `A question fits into ${refusal.limit} characters, and this has ${refusal.length}. One thought is plenty.`;
    case 'no_such_question':
      return `You have no question ${heard(refusal.heard)}. \`/nudge questions\` lists them.`;
    case 'form_too_late':
      return 'I was too slow, and Slack would not let me open the form any more. Nothing you wrote is lost. Please open it once more.';
    case 'undo_over':
      return 'That is undone already, or its ten minutes are over. Nothing has changed just now.';
    case 'undo_overtaken':
      return 'Something else has changed since, so I left it as it is now. `/nudge next` says how things stand.';
    case 'title_missing':
      return 'What is the goal? A few words are enough: `/goal add Become certified by next June`';
    case 'title_too_long':
      return `A goal fits into ${refusal.limit} characters, and this has ${refusal.length}. Keep the heart of it; the rest can stand under “Why”.`;
    case 'text_too_long':
      return `I can keep ${refusal.limit} characters at a time, and this has ${refusal.length}. Nothing is saved yet; please shorten it, or send it in two.`;
    case 'nothing_written':
      return 'There was nothing to keep yet. Choose how it goes, or write a few words.';
    case 'step_missing':
      return 'There is a day, and no step yet. Say what comes next, or leave the day empty.';
    case 'barrier_missing':
      return 'You say what might help, and not yet what is in the way. Both fit here.';
    case 'promise_missing':
      return 'What would you like to promise? A few words are enough. Nothing is sent yet.';
    case 'date_in_the_past':
      return `${dateInWords(refusal.date)} is behind us. Choose a day that is still to come, or leave the date out.`;
    case 'date_not_understood':
      return `I could not read ${that(refusal.heard)} as a date. Try “${dayOfMonth(30, 6)}”, “next June” or “in 6 months”.`;
    case 'no_such_goal':
      return refusal.heard.trim() === ''
        ? 'You have no goal to do that with. `/goal` shows your list.'
        : `I found no goal of yours by ${that(refusal.heard)}. \`/goal\` shows them with their numbers.`;
    case 'which_goal':
      return whichGoal(refusal.heard, refusal.goals);
    case 'goal_already':
      return goalAlready(refusal.title, refusal.state);
    case 'cadence_not_understood':
      return `${readSoFar(refusal.heard, refusal.understood, 'a time to ask')} ${rhythmHint()}`;
    case 'cadence_several_times':
      return `I can ask at one time of day only, and this names several. ${rhythmHint()}`;
    case 'cadence_always_held':
      return `${alwaysHeld(refusal)} Nothing has changed.`;
    case 'cadence_another_zone':
      return `I ask by your own clock (${zoneInWords(refusal.zone)} time), so leave ${heard(refusal.heard.toUpperCase())} out and say the hour as it is for you. Nothing has changed.`;
    case 'cadence_no_more_often':
      return 'How much more often? Say it, as in `/nudge every Monday and Thursday`. Nothing has changed.';
    case 'cadence_never_fires':
      return `${capital(that(refusal.heard))} names a day that never comes. ${rhythmHint()}`;
    case 'cadence_too_often':
      return `${capital(that(refusal.heard))} would be more than once a day, and I would rather not. ${rhythmHint()}`;
    case 'bad_time':
      return `I could not read ${that(refusal.heard)} as a time of day. Try “9:00” or “2:30 pm”.`;
    case 'no_cadence':
      return `I do not ask you yet. Try \`/nudge weekly on Monday at ${clockTime('09:00')}\`.`;
    case 'nothing_open':
      return `No question is open. ${refusal.next === null ? 'None is coming either; `/nudge next` says why.' : `The next comes on ${localMoment(refusal.next, refusal.zone)}; \`/nudge now\` asks at once.`}`;
    case 'already_asked_just_now':
      return 'I have just asked. The question is in our messages.';
    case 'not_paused':
      return 'I was not paused, so nothing has changed. `/nudge next` says when I ask.';
    case 'mentors_only':
      return 'Only mentors and coordinators can do that. `/mentor status` shows who you are paired with.';
    case 'nothing_new': {
      const { since, zone } = refusal;
      const span = since === null ? 'in the last week' : `since your digest of ${localMoment(since, zone)}`;
      return `Nothing new was shared with you ${span}. What waits for your reply stands in my Home tab.`;
    }
    case 'no_channel_named':
      return `Which channel? Name it: \`/mentor digest #channel\`. Or say when your own digest comes: \`/mentor digest weekly on Monday at ${clockTime('08:00')}\`, or \`/mentor digest off\`.`;
    case 'digest_of_others':
      return refusal.who.length === 0
        ? `The digest of the channel is a coordinator’s to set, so I left it as it is. \`/mentor digest weekly on Monday at ${clockTime('08:00')}\` sets your own.`
        : `${listed(refusal.who.slice(0, COORDINATORS_NAMED).map(named))} can set the digest of the channel: ask there, and I leave it as it is. \`/mentor digest weekly on Monday at ${clockTime('08:00')}\` sets your own.`;
    case 'no_digest_there':
      return `No digest comes to ${channelLink(refusal.channel)}, so nothing has changed. \`/mentor digest #channel\` brings one.`;
    case 'digest_not_understood':
      return `${readSoFar(refusal.heard, refusal.understood, 'a time for the digest')} It stays as it was. Try \`/mentor digest weekly on Monday at ${clockTime('08:00')}\`, or \`/mentor digest off\`.`;
    case 'not_in_channel':
      return `I am not in ${channelLink(refusal.channel)} yet. Invite me there with \`/invite\`, then say it again.`;
    case 'channel_not_usable':
      return `I cannot post in ${channelLink(refusal.channel)}. Choose another channel: \`/mentor digest #channel\``;
    case 'absence_not_understood':
      return `${readSoFar(refusal.heard, refusal.understood, 'days away')} Nothing is saved. Try “${someDays()}”, “two weeks” or “until Friday”.`;
    case 'absence_backwards':
      return `In ${that(refusal.heard)} the last day comes before the first. Nothing is saved; please turn them round.`;
    case 'absence_in_the_past':
      return `${capital(that(refusal.heard))} is behind us, so there was nothing to save.`;
    case 'moment_not_understood':
      return `I could not read ${that(refusal.heard)} as a moment. Try “tomorrow”, “next week” or “Friday at ${clockTime('14:00')}”.`;
    case 'moment_in_the_past':
      return `${capital(that(refusal.heard))} is behind us. Choose a moment that is still to come.`;
    case 'pause_not_understood':
      return `I could not read ${that(refusal.heard)} as a time to be silent, so I go on as before. Try \`/nudge pause until Monday\`, or \`/nudge pause\` alone.`;
    case 'pause_is_away':
      return `${capital(that(refusal.heard))} names days to be away on, and I go on as before. Say \`/nudge away ${safe(refusal.heard, 100)}\`, or \`/nudge pause until …\` to pause from now on.`;
    case 'budget_too_big':
      return `${refusal.most} a week is the most, three a day. Your number stays as it was.`;
    case 'budget_not_understood':
      return `I could not read ${that(refusal.heard)} as a number of messages a week. Try \`/nudge budget 3\`.`;
    case 'hours_not_understood':
      return `I could not read ${that(refusal.heard)} as quiet hours. Try \`/nudge quiet ${clockTime('18:00')} to ${clockTime('08:00')}\`, or \`/nudge quiet off\`.`;
    case 'days_not_understood':
      return `I could not read ${that(refusal.heard)} as working days. Try \`/nudge days Monday to Friday\`.`;
    case 'place_not_understood':
      return `I could not find ${that(refusal.heard)} among the places whose holidays I know. Try a country: \`/nudge holidays Germany\``;
  }
}

const NOBODY_NAMED = {
  invite: 'Whom would you like to mentor? Name them: `/mentor invite @someone`',
  ask: 'Whom would you like to ask? Name them: `/mentor ask @someone`',
  leave:
    'Whom would you like to part from? Name them: `/mentor leave @someone`. `/mentor status` shows who you are paired with.',
};

const GONE = {
  mentorship: 'That pair',
  goal: 'That goal',
  nudge: 'That question',
  check_in: 'That check-in',
  words: 'What you reply to',
  promise: 'That promise',
  absence: 'That time away',
};

function alreadyAnswered(state: 'active' | 'ended' | 'other'): string {
  switch (state) {
    case 'active':
      return 'This was accepted already. You are paired.';
    case 'ended':
      return 'This invitation is closed already. A new one can be sent any time.';
    case 'other':
      return 'This was settled already. `/mentor status` shows how things stand.';
  }
}

const GOALS_NAMED = 10;
const COORDINATORS_NAMED = 5;

function whichGoal(words: string, goals: readonly { number: number; title: string }[]): string {
  const asked =
    words.trim() === '' ? 'Which goal do you mean?' : `${heard(words)} fits several goals. Which one?`;
  const lines = goals.slice(0, GOALS_NAMED).map(({ number, title }) => `${number}. ${titled(title)}`);
  return [asked, ...lines, 'Say its number, as in `/goal done 2`.'].join('\n');
}

function goalAlready(title: string, state: 'active' | 'achieved' | 'dropped'): string {
  switch (state) {
    case 'active':
      return `${titled(title)} is open already.`;
    case 'achieved':
      return `${titled(title)} is reached already. \`/goal reopen\` opens it again.`;
    case 'dropped':
      return `You let ${titled(title)} go before. \`/goal reopen\` opens it again.`;
  }
}

/** A person as the command named them: by Slack’s id where it gave one. */
function named(person: string): string {
  return /^[UW][A-Z0-9]+$/.test(person) ? mention(person) : heard(person);
}

/** Why nothing would ever be asked, and two ways out. */
export function alwaysHeld({ time, quiet, workingDays }: HeldForEver): string {
  if (quiet !== null) {
    const hours = `${clockTime(quiet.from)} to ${clockTime(quiet.to)}`;
    return `At ${clockTime(time)} you are always in your quiet hours (${hours}), so I would never ask. Choose an hour outside them, as in \`/nudge at ${clockTime(quiet.to)}\`, or end them with \`/nudge quiet off\`.`;
  }
  if (workingDays !== null) {
    const names = workingDays.filter(isWeekday).map((day) => WEEKDAY_NAMES[day]);
    return `That never falls on one of your working days (${listed(names)}), so I would never ask. Choose one of them, or let me ask on any day with \`/nudge days every day\`.`;
  }
  return 'Something in your settings holds every one of its days, so I would never ask. `/nudge preview` shows what.';
}

/** What was understood and what was not, of words that were to be read whole. */
function readSoFar(words: string, understood: string | null, as: string): string {
  const rest = understood === null ? null : restAfter(words, understood);
  return understood === null || rest === null
    ? `I could not read ${that(words)} as ${as}.`
    : `I read ${heard(understood)}, and could not read ${heard(rest)}.`;
}

/** Null where the beginning was typed in another writing, so that the rest cannot be told. */
function restAfter(words: string, beginning: string): string | null {
  const plain = words.trim().replace(/\s+/g, ' ');
  const at = plain.toLowerCase().indexOf(beginning);
  const rest = plain.slice(at + beginning.length).trim();
  return at < 0 || rest === '' ? null : rest;
}

/** What could not be read, or "that" when it came from a form. */
function that(text: string): string {
  return text.trim() === '' ? 'that' : heard(text);
}
