import type { Audience } from './check-in';

/** A person whom the bot has met. */
export interface Member {
  readonly id: string;
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  /** BCP 47 ("en-US"); null until Slack has told it. */
  readonly locale: string | null;
  readonly welcomedAt: Date | null;
  readonly enrolledById: string | null;
  readonly dmChannelId: string | null;
  /** When they first opened App Home; from then on it is kept up to date. */
  readonly homeOpenedAt: Date | null;
  readonly goneAt: Date | null;
  readonly defaultAudience: Audience;
  readonly weeklyBudget: number;
  /** How many mentees they take; null: as many as come. */
  readonly capacity: number | null;
  readonly digestWhenEmpty: boolean;
  readonly workingDays: readonly string[];
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly holidayCountry: string | null;
  readonly holidayRegion: string | null;
  readonly pausedAt: Date | null;
  readonly pausedUntil: string | null;
  readonly stoppedAt: Date | null;
}

/** What Slack says of a person, as far as we care. */
export interface Person {
  readonly slackUserId: string;
  readonly teamId: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string | null;
  readonly isBot: boolean;
  readonly isGone: boolean;
  readonly isGuest: boolean;
  readonly isExternal: boolean;
}

export type EnrolmentRefusal = 'is_bot' | 'is_gone' | 'is_guest' | 'is_external';

/** Who may be enrolled: a full, living, human member of this workspace. */
export function decideEnrolment(person: Person): EnrolmentRefusal | null {
  if (person.isBot) return 'is_bot';
  if (person.isGone) return 'is_gone';
  if (person.isExternal) return 'is_external';
  if (person.isGuest) return 'is_guest';
  return null;
}
