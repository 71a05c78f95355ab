import type { KnownBlock } from '@slack/types';
import { named, type CheckInInWords, type MenteeInDigest, type Named } from '../domain/facts';
import type { Member } from '../domain/member';
import { addWorkingDays, lifeOf } from '../domain/member-life';
import type { AskInWords } from '../domain/ledger/ask';
import type { ShelfItem } from '../domain/ledger/shelf';
import { asksOf } from '../services/reads/asks';
import { shelfInWords } from '../services/reads/shelf';
import { gatherMentees } from '../services/reads/mentees';
import { askedOfYou } from '../slack/kit/ask-blocks';
import { button, context, header, section } from '../slack/kit/block-kit';
import { answerableBlocks, inMessages, sharedBlocks } from '../slack/kit/digest-blocks';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { shelfNews } from '../slack/kit/shelf-blocks';
import { betweenBlock } from '../slack/kit/promise-blocks';
import type { Words } from '../words';
import { nothing, toPerson, type Message } from './define';

/** The digest of a mentor, and that of a mentor channel. */

interface Span {
  readonly from: Date;
  readonly until: Date;
  readonly zone: string;
}

interface Digest extends Span {
  /** What has waited for an answer for so long that they are reminded of it, once. */
  readonly late: readonly CheckInInWords[];
  /** What others have put on their shelf since. */
  readonly shelf: readonly ShelfItem[];
  /** What they were asked, and have not answered. */
  readonly asks: readonly AskInWords[];
  readonly mentees: readonly MenteeInDigest[];
}

export const digest: Message<'digest', Digest> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const planned = await store.digests.byId(subjectId);
    if (!planned) return null;
    const pairs = await store.mentorships.currentOfMentor(to.id);
    const mentees = await gatherMentees(store, pairs, 'mentor', planned.from, planned.to);
    const asks = await asksOf(store, to.id);
    const inDigest = pairs.flatMap(({ menteeId }) => mentees.get(menteeId)?.inDigest ?? []);
    return {
      shelf: await shelfInWords(store, await store.shelf.newWithDigest(planned.id)),
      late: lateAnswers(inDigest, to, planned),
      asks: asks.open.filter(({ askedAt }) => askedAt <= planned.to),
      from: planned.from,
      until: planned.to,
      zone: to.zone,
      mentees: inDigest,
    };
  }),
  render(words, { shelf, late, asks, mentees, from, until, zone }) {
    const active = mentees.filter(hasNews);
    const blocks = [
      ...lateBlocks(words, late),
      ...asks.flatMap((ask) => askedOfYou(words, ask, zone)),
      ...active.flatMap((mentee) => menteeBlocks(words, mentee)),
      ...shelfNews(words, shelf),
      ...silentBlocks(
        words,
        mentees.filter((mentee) => !hasNews(mentee)),
      ),
    ];
    const body =
      active.length + asks.length + shelf.length === 0
        ? [section(words.digestEmpty(dayOf(until))), ...blocks]
        : blocks;
    return inMessages(body, (part, parts) => ({
      top: opening(words, words.digestTitle(), words.digestPeriod(from, until, zone), part, parts),
      bottom: part === parts ? [context(words.digestFooter())] : [],
    }));
  },
};

/** Working days that an answer may take before it is spoken of. */
const ANSWERED_WITHIN = 5;

/** What has waited that long since the digest before: each stands in one digest. */
function lateAnswers(
  mentees: readonly MenteeInDigest[],
  mentor: Member,
  { from, to }: { readonly from: Date; readonly to: Date },
): CheckInInWords[] {
  const life = lifeOf(mentor, []);
  return mentees
    .flatMap(({ awaiting }) => awaiting)
    .filter(({ acknowledged, saidAt }) => {
      const lateAt = addWorkingDays(saidAt, ANSWERED_WITHIN, life);
      return !acknowledged && lateAt > from && lateAt <= to;
    })
    .toSorted((one, other) => one.saidAt.getTime() - other.saidAt.getTime());
}

function lateBlocks(words: Words, late: readonly CheckInInWords[]): KnownBlock[] {
  const [first, ...others] = late;
  if (first === undefined) return [];
  const { encourage, replyFirst } = words.BUTTONS;
  const reply = button(others.length === 0 ? encourage : replyFirst, ACTIONS.encourage, {
    value: idValue(first.id),
    label: words.labelFor(`${encourage} ${first.member.name}`, first.goal?.title ?? null),
  });
  return [section(words.waitedLong(late.length), reply)];
}

/** Days since a day: seven of them later, another line is due, and thirty-one as well. */
function dayOf(until: Date): number {
  return Math.floor(until.getTime() / (24 * 60 * 60 * 1000));
}

function opening(words: Words, title: string, line: string, part: number, parts: number): KnownBlock[] {
  return part === 1 ? [header(title), context(line)] : [context(words.continued(part, parts))];
}

function hasNews({
  moved,
  stuck,
  reached,
  newGoals,
  awaiting,
  steps,
  barriers,
  promises,
}: MenteeInDigest): boolean {
  return (
    steps.some(({ keptAt }) => keptAt !== null) ||
    barriers.some(({ clearedAt }) => clearedAt !== null) ||
    promises.length > 0 ||
    moved.length + stuck.length + reached.length + newGoals.length + awaiting.length > 0
  );
}

/** Each check-in once, with its buttons: what goes well, then what waits for an answer. */
function menteeBlocks(words: Words, facts: MenteeInDigest): KnownBlock[] {
  const { mentee, trend, moved, stuck, reached, newGoals, awaiting, steps, barriers, promises } = facts;
  const heading = `*${words.who(mentee)}*${trend === null ? '' : ` · ${words.trendWords(trend)}`}`;
  const checkIns = [...new Map([...awaiting, ...moved, ...stuck].map((each) => [each.id, each])).values()];
  return [
    ...sharedBlocks(words, heading, { reached, newGoals, moved: [], stuck: [] }),
    ...answerableBlocks(
      words,
      checkIns.filter(({ status }) => status === 'on_track'),
    ),
    ...answerableBlocks(
      words,
      checkIns.filter(({ status }) => status !== 'on_track'),
    ),
    ...(barriers.length === 0 ? [] : [section(words.barrierLines(barriers))]),
    ...(steps.length === 0 ? [] : [section(words.promiseLines(steps))]),
    ...promises.map((each) => betweenBlock(words, each)),
  ];
}

const NAMED_IN_LINE = 20;

/** Those of whom nothing was heard: whoever was asked could be written to; the others stand in a line by why. */
function silentBlocks(words: Words, mentees: readonly MenteeInDigest[]): KnownBlock[] {
  const quiet = mentees
    .filter(({ presence }) => presence === 'quiet')
    .map(({ mentee, mentorshipId, asked, barriers }) =>
      section(
        [
          words.quietLine(mentee, asked),
          ...(barriers.length === 0 ? [] : [words.barrierLines(barriers)]),
        ].join('\n'),
        button(words.writeTo(mentee), ACTIONS.write_to, { value: idValue(mentorshipId) }),
      ),
    );
  const others = (['not_asked', 'away', 'steady'] as const).flatMap((presence) => {
    const names = mentees
      .filter((mentee) => mentee.presence === presence)
      .map(({ mentee }) => words.who(mentee));
    if (names.length === 0) return [];
    const more = names.length - NAMED_IN_LINE;
    const shown = [...names.slice(0, NAMED_IN_LINE), ...(more > 0 ? [words.counted(more, 'other')] : [])];
    return [section(`${words.presenceWords(presence) ?? words.nothingShared()}: ${shown.join(', ')}`)];
  });
  return [...quiet, ...others];
}

interface ChannelDigest extends Span {
  readonly program: string;
  readonly pairCount: number;
  /** Each mentee once, however many mentors there are. */
  readonly mentees: readonly {
    readonly mentors: readonly Named[];
    readonly checkIns: number;
    readonly shared: MenteeInDigest;
  }[];
  readonly quiet: number;
  readonly away: number;
  readonly setBy: Named | null;
}

export const channelDigest: Message<'channel_digest', ChannelDigest> = {
  refreshable: true,
  read: nothing,
  async gather(store, { subjectId }) {
    const planned = await store.digests.byId(subjectId);
    const program = planned?.programId ? await store.programs.byId(planned.programId) : null;
    if (!planned || !program) return null;
    const pairs = await store.mentorships.currentOfPrograms([program.id]);
    const mentees = await gatherMentees(store, pairs, 'mentor_channel', planned.from, planned.to);
    const cadence = await store.cadences.ofProgram(program.id);
    const setBy = program.digestSetById === null ? null : await store.members.byId(program.digestSetById);
    const present = [...mentees.values()].map(({ inDigest }) => inDigest.presence);
    return {
      program: program.name,
      from: planned.from,
      until: planned.to,
      pairCount: pairs.length,
      mentees: [...mentees].map(([menteeId, { checkIns, inDigest }]) => ({
        mentors: pairs.filter((pair) => pair.menteeId === menteeId).map(({ mentor }) => named(mentor)),
        checkIns,
        shared: inDigest,
      })),
      quiet: present.filter((presence) => presence === 'quiet').length,
      away: present.filter((presence) => presence === 'away').length,
      zone: cadence?.zone ?? setBy?.zone ?? 'UTC',
      setBy: setBy && named(setBy),
    };
  },
  render(words, { program, from, until, pairCount, mentees, quiet, away, zone, setBy }) {
    const shared = mentees.filter(
      ({ shared: { moved, stuck, reached } }) => moved.length + stuck.length + reached.length > 0,
    );
    const checkIns = mentees.reduce((sum, mentee) => sum + mentee.checkIns, 0);
    const summary = words.channelSummary({ pairs: pairCount, checkIns, quiet, away });
    const line = `${words.digestPeriod(from, until, zone)} · ${summary}`;
    const blocks = shared.flatMap(({ mentors, shared: ofThem }) =>
      sharedBlocks(words, words.menteeHeading(mentors, ofThem.mentee), ofThem),
    );
    return inMessages(blocks.length > 0 ? blocks : [section(words.channelEmpty())], (part, parts) => ({
      top: opening(words, words.channelDigestTitle(program), line, part, parts),
      bottom: part === parts ? [context(words.channelFooter(setBy))] : [],
    }));
  },
};
