import { named, type Named, type PairLine, type ProgramCounts } from '../../../domain/facts';
import { localDate } from '../../../domain/local-time';
import type { WorkspaceStore } from '../../../store';
import type { Pair } from '../../../store/mentorships';
import type { Program } from '../../../store/programs';
import { seenBy } from '../mentees';

/** What a coordinator's App Home shows: counts, and who is paired with whom; never what anybody said. */

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const BY_STATE: readonly PairLine['state'][] = ['proposed', 'active', 'paused'];

/** The counts of each program, in as many queries for one pair as for all of them. */
export async function countPrograms(
  store: WorkspaceStore,
  programs: readonly Program[],
  pairs: readonly Pair[],
  now: Date,
): Promise<ProgramCounts[]> {
  if (programs.length === 0) return [];
  const from = new Date(now.getTime() - WEEK);
  const current = pairs.filter(({ state }) => state !== 'proposed');
  const ids = [...new Set(current.map(({ menteeId }) => menteeId))];
  const presence = await store.digests.presence(ids, from, now);
  const rows = {
    checkIns: await store.checkIns.between(ids, from, now),
    absences: await store.life.absences(ids, localDate(new Date(now.getTime() - DAY), 'UTC')),
    presence: new Map(presence.map((facts) => [facts.memberId, facts])),
    // What was said is not a coordinator's to read here, only that it was.
    awaiting: [],
    lately: [],
    barriers: [],
    promises: [],
    goals: new Map(),
    achieved: [],
    newGoalsTold: [],
  };
  return programs.map(({ id, name }) => {
    const its = current.filter(({ programId }) => programId === id);
    const mentees = [...seenBy(rows, its, 'coordinator', from, now).values()];
    return {
      program: name,
      pairs: its.length,
      checkIns: mentees.reduce((sum, { checkIns }) => sum + checkIns, 0),
      quiet: mentees.filter(({ inDigest }) => inDigest.presence === 'quiet').length,
    };
  });
}

/** Those that wait for an answer first, then those that run, then those that rest; by the name of the mentee. */
export function pairLines(pairs: readonly Pair[]): PairLine[] {
  return BY_STATE.flatMap((state) =>
    pairs
      .filter((pair) => pair.state === state)
      .sort((one, other) => byName(one.mentee, other.mentee))
      .map(({ mentor, mentee, activeAt, proposedAt }) => ({
        mentor: named(mentor),
        mentee: named(mentee),
        state,
        since: activeAt ?? proposedAt,
      })),
  );
}

/** As a list of people is read; two of one name stay in their order. */
export function byName(one: Named, other: Named): number {
  return one.name.localeCompare(other.name, 'en');
}
