import type { Audience } from '../../../domain/check-in';
import type { Named } from '../../../domain/facts';
import type { AgreementHold, AgreementRefusal, Hours, TermName, Terms } from '../../../domain/pair/agreement';
import { changedTerms } from '../../../domain/pair/agreement';
import type { AgreementLine, AgreementShown } from '../../../domain/pair/shown';
import { isWeekday } from '../../../domain/weekday';
import { mention } from '../../mrkdwn';
import { sayCadence, WEEKDAY_NAMES } from '../cadence';
import { clockTime, dateInWords } from '../moments';
import { capital, counted, heard, listed, nameOf, who } from '../phrases';

/** What two people agree on. */

/** Longer than any text of an agreement may be. */
const WHOLE = 700;
const SHORT = 80;

function otherOf({ role, mentor, mentee }: AgreementShown): Named {
  return role === 'mentor' ? mentee : mentor;
}

export function agreementTitle(shown: AgreementShown): string {
  return `*Your agreement with ${who(otherOf(shown))}* · version ${shown.version}`;
}

/** What it says, under its headings. */
export function agreementTerms({ terms, mentor, mentee }: AgreementShown): string {
  return sayTerms(terms, who(mentor), who(mentee))
    .map(([heading, says]) => `*${heading}*: ${says}`)
    .join('\n');
}

/** @param mentor as the text names them */
function sayTerms(terms: Terms, mentor: string, mentee: string): readonly (readonly [string, string])[] {
  const { menteeBrings, mentorBrings, nudges, talks, hours, audience, between, mayHear, until } = terms;
  const brought = [
    ...(menteeBrings === null ? [] : [`${mentee} brings ${heard(menteeBrings, WHOLE)}.`]),
    ...(mentorBrings === null ? [] : [`${mentor} brings ${heard(mentorBrings, WHOLE)}.`]),
  ];
  return [
    ['We', brought.length === 0 ? 'nothing written down here.' : brought.join(' ')],
    [
      'When',
      [
        `I ask ${mentee} ${sayCadence(nudges)}, never more often, and only ${hoursInWords(hours)} by their clock.`,
        ...(talks === null ? [] : [`You two talk ${sayCadence(talks)}.`]),
      ].join(' '),
    ],
    [
      'Who reads',
      [
        `${readBy(audience, mentor)}, unless ${mentee} chooses otherwise.`,
        ...(between === null ? [] : [`Between you two stays ${heard(between, WHOLE)}.`]),
        mayHear
          ? 'A coordinator may hear that you could use help, never what you wrote.'
          : 'No coordinator hears that you could use help.',
      ].join(' '),
    ],
    ['Until', `${dateInWords(until)}. Before that I ask you both: renew, change or complete.`],
  ];
}

function readBy(audience: Audience, mentor: string): string {
  switch (audience) {
    case 'self':
      return 'Nobody else reads the answers';
    case 'mentor':
      return `${mentor} reads the answers`;
    case 'program':
      return `${mentor} and the program read the answers`;
  }
}

/** "from 8:00 to 18:00 on Monday and Friday" */
function hoursInWords({ from, to, days }: Hours): string {
  const names = days.filter(isWeekday).map((day) => WEEKDAY_NAMES[day]);
  return `from ${clockTime(from)} to ${clockTime(to)}${names.length === 0 ? '' : ` on ${listed(names)}`}`;
}

/** What this version changes of the one before; '' where it is the first. */
export function agreementChanges({ before, terms, mentor, mentee }: AgreementShown): string {
  if (before === null) return '';
  const changes = changedTerms(before.terms, terms).map((name) => {
    const changed = TERM[name](who(mentor), who(mentee));
    // A text stands above, whole.
    const now = isText(name) ? '' : ` ${sayTerm(name, terms)}`;
    return `${changed}${now} (was: ${sayTerm(name, before.terms)})`;
  });
  return changes.length === 0
    ? `It says the same as version ${before.version}.`
    : `Changed from version ${before.version}: ${changes.join('; ')}.`;
}

function isText(name: TermName): name is 'menteeBrings' | 'mentorBrings' | 'between' {
  return name === 'menteeBrings' || name === 'mentorBrings' || name === 'between';
}

const TERM: Readonly<Record<TermName, (mentor: string, mentee: string) => string>> = {
  menteeBrings: (_, mentee) => `what ${mentee} brings`,
  mentorBrings: (mentor) => `what ${mentor} brings`,
  nudges: () => 'I ask',
  talks: () => 'you talk',
  hours: () => 'I ask only',
  audience: () => 'answers are read by',
  between: () => 'what stays between you two',
  mayHear: () => 'a coordinator may hear that you could use help:',
  until: () => 'it holds until',
};

function sayTerm(name: TermName, terms: Terms): string {
  switch (name) {
    case 'menteeBrings':
    case 'mentorBrings':
    case 'between': {
      const text = terms[name];
      return text === null ? 'nothing said' : heard(text, SHORT);
    }
    case 'nudges':
      return sayCadence(terms.nudges);
    case 'talks':
      return terms.talks === null ? 'whenever it suits' : sayCadence(terms.talks);
    case 'hours':
      return hoursInWords(terms.hours);
    case 'audience':
      return READERS[terms.audience];
    case 'mayHear':
      return terms.mayHear ? 'yes' : 'no';
    case 'until':
      return dateInWords(terms.until);
  }
}

const READERS: Readonly<Record<Audience, string>> = {
  self: 'nobody else',
  mentor: 'the mentor',
  program: 'the mentor and the program',
};

/** How it stands, in small print. */
export function agreementState(shown: AgreementShown): string {
  const other = who(otherOf(shown));
  const until = shown.inForce === null ? '' : ` Version ${shown.inForce} holds until then.`;
  switch (shown.state) {
    case 'to_sign':
      return shown.otherSigned
        ? `${other} has signed. It holds once you have signed too.${until}`
        : `It holds once both of you have signed.${until}`;
    case 'waits':
      return `You have signed. It holds once ${other} has signed too.${until}`;
    case 'in_force':
      return 'Both of you have signed, and it holds. Less is always one’s own choice.';
    case 'replaced':
      return 'A newer version has taken its place.';
    case 'over':
      return 'Your mentorship is over, and this agreement with it.';
  }
}

/** Above a version that is shown a second time. */
export function agreementAgain(): string {
  return 'I ask once more, in case it slipped by, and not again. Until both have signed, everything stays as it is.';
}

/** Three weeks before the end, to both. */
export function agreementEnding(shown: AgreementShown): string {
  return `Your agreement with ${who(otherOf(shown))} ends on ${dateInWords(shown.terms.until)}. What fits now?`;
}

/** Beneath it. */
export function agreementEndingState(shown: AgreementShown): string {
  const other = otherOf(shown);
  if (shown.state === 'over') return 'Your mentorship is over, and this agreement with it.';
  if (shown.state === 'replaced') return 'You two have signed a newer version since.';
  const { completeBy } = shown;
  if (completeBy === null)
    return 'Both of you are asked. Without an answer I ask nothing between you two after that day.';
  return completeBy.slackUserId === other.slackUserId
    ? `${who(other)} would complete your mentorship. It is complete once you say so too.`
    : `You would complete your mentorship. It is complete once ${who(other)} says so too.`;
}

/** How one's pairs stand, in App Home. @param more beside those */
export function agreementLines(lines: readonly AgreementLine[], more: number): string {
  return [...lines.map(agreementLine), ...(more > 0 ? [`And ${counted(more, 'other')}.`] : [])].join('\n');
}

/** How one pair stands. */
export function agreementLine({ other, newest, inForce }: AgreementLine): string {
  const waiting = newest?.state === 'to_sign' ? [`version ${newest.version} waits for you`] : [];
  const sent = newest?.state === 'waits' ? [`version ${newest.version} waits for them`] : [];
  const holds =
    inForce === null
      ? []
      : inForce.isOver
        ? [
            `version ${inForce.version} ended on ${dateInWords(inForce.until)}, and I ask nothing until you renew it`,
          ]
        : [`version ${inForce.version} holds until ${dateInWords(inForce.until)}`];
  const says = [...waiting, ...sent, ...holds];
  return `With ${who(other)}: ${says.length === 0 ? 'nothing written down yet' : says.join('; ')}.`;
}

export function agreementSigned(kind: 'signed' | 'in_force' | 'already', shown: AgreementShown): string {
  const other = who(otherOf(shown));
  switch (kind) {
    case 'signed':
      return `Signed. I have asked ${other} to sign too; until then everything stays as it is.`;
    case 'in_force':
      return `Signed by both of you: version ${shown.version} of your agreement with ${other} holds from now on. I ask ${who(shown.mentee)} at most ${sayCadence(shown.terms.nudges)}.`;
    case 'already':
      return `You had signed this version of your agreement with ${other} already. Nothing has changed.`;
  }
}

/** To somebody who would sign a version that is no longer the newest. */
export function agreementReplaced(shown: AgreementShown): string {
  return `That was an older version, so I put no name under it. This is the newest, version ${shown.version}:`;
}

export function wouldComplete(other: Named, isComplete: boolean): string {
  return isComplete
    ? `You and ${who(other)} have completed your mentorship. What you wrote is kept for each of you.`
    : `Noted. Your mentorship is complete once ${who(other)} says so too; until then it goes on.`;
}

export function agreementFormIntro(other: Named): string {
  return `Sending this signs it for you. ${who(other)} reads it at once, and it holds when they have signed too. Either of you can ask for a change at any time.`;
}

/** In the form that comes back as the other was faster: what they wrote. */
export function agreementTheirs(shown: AgreementShown): string {
  return `Version ${shown.version}, as it stands now:\n${agreementTerms(shown)}`;
}

/** To take home. Plain Markdown, for any editor: people are named, not mentioned. */
export function agreementMarkdown(shown: AgreementShown): string {
  const { mentor, mentee, version, state } = shown;
  const lines = sayTerms(shown.terms, nameOf(mentor), nameOf(mentee)).map(
    ([heading, says]) => `## ${heading}\n\n${capital(says)}`,
  );
  const isSigned = state === 'in_force' ? 'Signed by both.' : 'As it stands now.';
  const title = `# Agreement of ${nameOf(mentor)} and ${nameOf(mentee)}, version ${version}`;
  return [title, ...lines, `${isSigned} “I” is Gentle Nudge, the bot that asks.`]
    .join('\n\n')
    .replaceAll('`', '’');
}

export function agreementTaken(): string {
  return 'Your agreement, in Markdown, to copy:';
}

/** Why the rhythm of a person would never ask, where that is agreed. */
export function neverAsAgreed(kind: AgreementHold['kind']): string {
  return kind === 'agreement_over'
    ? 'Your agreement is over, so I would ask nothing. `/mentor agreement` renews it.'
    : 'That always falls outside the hours that you two agreed on, so I would never ask. `/mentor agreement` shows them, and asks for a change.';
}

export function agreementRefusal(refusal: AgreementRefusal): string {
  switch (refusal.code) {
    case 'agreement_ends_too_early':
      return `${dateInWords(refusal.until)} is no day ahead, and an agreement ends after it begins. Choose a later day. Nothing is signed.`;
    case 'agreed_hours_backwards':
      return `From ${clockTime(refusal.from)} to ${clockTime(refusal.to)} leaves no time in between. Choose an hour to end that comes after the first, on the same day.`;
    case 'agreed_hours_at_night':
      return `From ${clockTime(refusal.from)} to ${clockTime(refusal.to)} is night for ${mention(refusal.who)}, by their own clock. Choose hours in which both of you are awake.`;
    case 'agreed_hours_never_asked':
      return `${capital(sayCadence(refusal.nudges))} never falls ${hoursInWords(refusal.hours)}, so I could never ask. Change one of the two.`;
    case 'agreed_hours_apart':
      return refusal.who === null
        ? `${capital(hoursInWords(refusal.hours))} leaves no hour in which I may ask. Ask for other hours with “Change something”. Nothing is signed.`
        : `${capital(hoursInWords(refusal.hours))} has no hour in common with what you agreed with ${listed(refusal.who.map(mention))}, so I could never ask. Choose other hours here, or there. Nothing is signed.`;
    case 'agreement_overtaken':
      return `${mention(refusal.who)} has sent version ${refusal.version} meanwhile, so yours is not sent. What you wrote is still here: send it as the next version, or close this and look at theirs.`;
    case 'more_than_agreed':
      return `That is more often than you two agreed on: ${sayCadence(refusal.agreed)}. Take that with \`/nudge ${sayCadence(refusal.agreed)}\`, or ask for a change with \`/mentor agreement\`. Nothing has changed.`;
    case 'after_the_agreement':
      return `The agreement holds until ${dateInWords(refusal.until)}, and I ask nothing after that. \`/mentor agreement\` renews it; until then, choose a day before its end.`;
    case 'nobody_to_agree_with':
      return refusal.who === null
        ? 'You are not paired with anyone yet, so there is nobody to agree with. `/mentor ask @someone` asks for a mentor.'
        : `You and ${mention(refusal.who)} are not paired, so there is nothing to agree on. \`/mentor status\` shows who you are paired with.`;
  }
}
