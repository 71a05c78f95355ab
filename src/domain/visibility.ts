import type { Audience, CheckInState } from './check-in';
import type { MentorshipState } from './mentorship';

/**
 * Who may read what, in what form, since when: the one rule, asked by every query, message, digest, form and Home.
 * Nothing about privacy is read from neighbouring rows. The field calls this relationship-based access control.
 */

/** Through which mentorship somebody reads, and as what. A person who is several of these is asked about as each. */
export type Reader =
  | { readonly kind: 'self' }
  | { readonly kind: 'mentor' | 'coordinator' | 'mentor_channel'; readonly through: ReadThrough };

/** The mentorship that makes a reader of somebody. Whoever coordinates its program reads through it too. */
export interface ReadThrough {
  readonly id: string;
  readonly state: MentorshipState;
  readonly activeAt: Date | null;
}

export type Thing =
  /** A goal's title, why, measure and dates: readable whenever it was set. */
  | { readonly kind: 'goal'; readonly audience: Audience }
  /** A goal reached, dropped or reopened. Never wider than its goal; what came before the pairing was told to others. */
  | {
      readonly kind: 'goal_change';
      readonly audience: Audience;
      readonly goalAudience: Audience;
      readonly at: Date;
    }
  /** An answer. `sharedWith` holds the mentorships whose mentor its nudge or its receipt named. */
  | {
      readonly kind: 'check_in';
      readonly audience: Audience;
      readonly state: CheckInState;
      readonly sharedWith: readonly string[];
    };

/** What reaches the reader: the words, only that there was something, or neither. */
export type Form = 'content' | 'count' | 'nothing';

export function mayRead(reader: Reader, thing: Thing): Form {
  if (reader.kind === 'self') return 'content';
  if (!isCurrent(reader.through) || !isToldTo(reader.through, thing)) return 'nothing';
  switch (audienceOf(thing)) {
    case 'self':
      return 'nothing';
    case 'mentor':
      return reader.kind === 'mentor' ? 'content' : 'count';
    case 'program':
      return 'content';
  }
}

/** A mentorship through which somebody reads: one that was accepted and is not over. A pause takes nothing away. */
function isCurrent({ state }: Pick<ReadThrough, 'state'>): boolean {
  return state === 'active' || state === 'paused';
}

/** Of several ways to read the same thing, the one that shows most. */
export function mayReadThrough(readers: readonly Reader[], thing: Thing): Form {
  const forms = readers.map((reader) => mayRead(reader, thing));
  return FORMS.find((form) => forms.includes(form)) ?? 'nothing';
}

const FORMS: readonly Form[] = ['content', 'count'];

/** Whom something is said to: who may read it, and the mentorships whose mentors were named. */
export interface Sharing {
  readonly audience: Audience;
  readonly sharedWith: readonly string[];
}

/** What a message that is said now names: the mentors of today. */
export function shareNow(audience: Audience, mentorships: readonly ReadThrough[]): Sharing {
  return {
    audience,
    sharedWith: audience === 'self' ? [] : mentorships.filter(isCurrent).map(({ id }) => id),
  };
}

/**
 * Whom an answer is said to. It takes what its nudge said, kept as narrow as the goal it is about; somebody who chooses
 * another audience names the mentors of today. Null in `asked`: the nudge was never seen to arrive, so it said what
 * would be said now.
 */
export function shareAnswer(
  asked: Sharing | null,
  goal: { readonly audience: Audience } | null,
  chosen: Audience | null,
  byDefault: Audience,
  mentorships: readonly ReadThrough[],
): Sharing {
  const said = asked ?? shareNow(byDefault, mentorships);
  if (chosen !== null && chosen !== said.audience) return shareNow(chosen, mentorships);
  const audience = chosen ?? narrower(said.audience, goal?.audience ?? said.audience);
  return { audience, sharedWith: audience === 'self' ? [] : said.sharedWith };
}

const BY_WIDTH: readonly Audience[] = ['self', 'mentor', 'program'];

/** The audience that fewer people belong to. */
export function narrower(one: Audience, other: Audience): Audience {
  return BY_WIDTH.indexOf(one) < BY_WIDTH.indexOf(other) ? one : other;
}

function audienceOf(thing: Thing): Audience {
  return thing.kind === 'goal_change' ? narrower(thing.audience, thing.goalAudience) : thing.audience;
}

/** Whether this thing was said to the people of this mentorship at all. */
function isToldTo(through: ReadThrough, thing: Thing): boolean {
  switch (thing.kind) {
    case 'goal':
      return true;
    case 'goal_change':
      return through.activeAt !== null && thing.at >= through.activeAt;
    case 'check_in':
      return thing.state === 'recorded' && thing.sharedWith.includes(through.id);
  }
}
