import { clockTime, someDays } from './moments';
import { heard } from './phrases';

/** What can be typed, and what was not understood. */

export type HelpTopic = 'goal' | 'mentor' | 'nudge' | 'checkin' | 'general';

export function helpWords(topic: HelpTopic): string {
  return TOPICS[topic]().join('\n');
}

const TOPICS: Readonly<Record<HelpTopic, () => readonly string[]>> = {
  goal: () => [
    '*Goals*',
    '`/goal` lists them, with buttons',
    '`/goal add Become certified by next June` logs one; a bare `/goal add` opens a form',
    'A new one that your mentor may see stands in their next digest, or reaches them at once by a tap',
    '`/goal edit 2` changes it',
    '`/goal done 2` says it is reached',
    '`/goal drop 2` lets it go, with a reason if you like',
    '`/goal reopen 2` opens it again',
  ],
  mentor: () => [
    '*Mentors and mentees*',
    '`/mentor invite @someone` offers to be their mentor',
    '`/mentor ask @someone` asks them to be yours',
    '`/mentor status` shows who you are paired with, `/mentor leave @someone` ends it',
    '`/mentor agreement @someone` writes down what you two agree on, shows it, and changes it',
    '`/mentor pair @mentor @mentee` lets a coordinator bring two together',
    `\`/nudge away @mentee ${someDays()}\` says that they are away`,
    `\`/mentor digest weekly on Friday at ${clockTime('15:00')}\` sets when your digest comes, \`/mentor digest now\` brings it at once, \`/mentor digest off\` ends it`,
    '`/mentor digest #channel` lets a coordinator bring what people share to a channel, `/mentor digest #channel off` ends it',
    '`/mentor question @someone Which talk would you like to give?` asks that in your name with my next question to a mentee of yours; `/mentor question @someone remove` takes it back',
    '`/mentor question What did you learn about {goal}?` lets a coordinator add a question for everyone, `/mentor questions` lists them, `/mentor question remove 1` takes one away',
    '`/mentor capacity 3` says how many mentees you take',
    '`/mentor digest empty off` leaves out a week without news',
  ],
  nudge: () => [
    '*When I ask*',
    `\`/nudge weekly on Monday at ${clockTime('09:00')}\`, \`/nudge every 2 weeks on Friday\`, \`/nudge monthly on the first Tuesday at ${clockTime('10:00')}\``,
    '`/nudge next` says when, `/nudge preview` shows the coming months, `/nudge now` asks at once',
    '`/nudge snooze tomorrow`, `/nudge skip`, `/nudge pause`, `/nudge resume`, `/nudge stop`',
    `\`/nudge away ${someDays()}\`, \`/nudge quiet ${clockTime('18:00')} to ${clockTime('08:00')}\`, \`/nudge days Monday to Friday\`, \`/nudge holidays Germany\`, \`/nudge budget 3\``,
    '`/nudge question What did you learn about {goal}?` adds a question of your own, `/nudge questions` lists them',
    '`/nudge why` says what became of each question',
  ],
  checkin: () => [
    '*Check-ins*',
    '`/checkin` opens a form at any time',
    'You can also just write to me, or answer in the thread of a question',
    'If you edit or delete what you wrote, I follow',
  ],
  general: () => [
    'I ask how a goal is going, and keep what you say for those you choose. 🌱',
    '`/goal` is for goals, `/checkin` for a word at any time',
    '`/nudge` is for when I ask, with snooze, skip, pause and stop',
    '`/mentor` is for your mentors and mentees',
    'Add `help` to each for more, or open my Home tab',
  ],
};

export function hello(): string {
  return 'Hello. Good to hear from you.';
}

/** To somebody who said thank you. */
export function gladly(): string {
  return 'Gladly. I keep nothing of that, and nobody else reads it.';
}

export function settingsOffer(): string {
  return 'Here are your working days, quiet hours, holidays, and who reads your answers.';
}

export function notUnderstood(words: string, topic: HelpTopic): string {
  return `I could not make sense of ${heard(words)}. This is what I know:\n${helpWords(topic)}`;
}
