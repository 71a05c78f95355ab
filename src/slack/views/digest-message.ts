import type { KnownBlock } from '@slack/types';
import type { MenteeInDigest, Said } from '../../domain/message';
import {
  channelDigestTitle,
  channelEmpty,
  channelFooter,
  channelSummary,
  continued,
  digestEmpty,
  digestFooter,
  digestPeriod,
  digestTitle,
  menteeHeading,
  nothingShared,
  presenceWords,
} from '../../words/en/digest';
import { counted, who } from '../../words/en/phrases';
import { context, header, section, type SlackMessage } from '../kit/block-kit';
import { awaitingBlocks, inMessages, sharedBlocks } from '../kit/digest-blocks';

type Digest = Extract<Said, { kind: 'digest' }>;
type ChannelDigest = Extract<Said, { kind: 'channel_digest' }>;

export function digestMessages({ mentees, from, until, zone }: Digest): SlackMessage[] {
  const active = mentees.filter(hasNews);
  const blocks = [
    ...active.flatMap(menteeBlocks),
    ...silentBlocks(mentees.filter((mentee) => !hasNews(mentee))),
  ];
  const body = active.length === 0 ? [section(digestEmpty()), ...blocks] : blocks;
  return inMessages(body, (part, parts) => ({
    top: opening(digestTitle(), digestPeriod(from, until, zone), part, parts),
    bottom: part === parts ? [context(digestFooter())] : [],
  }));
}

function opening(title: string, line: string, part: number, parts: number): KnownBlock[] {
  return part === 1 ? [header(title), context(line)] : [context(continued(part, parts))];
}

function hasNews({ moved, stuck, reached, awaiting }: MenteeInDigest): boolean {
  return moved.length + stuck.length + reached.length + awaiting.length > 0;
}

/** What waits for an answer is said once: with its button. */
function menteeBlocks({ mentee, moved, stuck, reached, awaiting }: MenteeInDigest): KnownBlock[] {
  const waiting = new Set(awaiting.map(({ id }) => id));
  const shared = {
    reached,
    moved: moved.filter(({ id }) => !waiting.has(id)),
    stuck: stuck.filter(({ id }) => !waiting.has(id)),
  };
  return [...sharedBlocks(`*${who(mentee)}*`, shared), ...awaitingBlocks(awaiting)];
}

const NAMED_IN_LINE = 20;

/** Those of whom nothing was heard, in one line for each kind of silence. */
function silentBlocks(mentees: readonly MenteeInDigest[]): KnownBlock[] {
  return (['quiet', 'away', 'steady'] as const).flatMap((presence) => {
    const names = mentees.filter((mentee) => mentee.presence === presence).map(({ mentee }) => who(mentee));
    if (names.length === 0) return [];
    const more = names.length - NAMED_IN_LINE;
    const shown = [...names.slice(0, NAMED_IN_LINE), ...(more > 0 ? [counted(more, 'other')] : [])];
    return [section(`${presenceWords(presence) ?? nothingShared()}: ${shown.join(', ')}`)];
  });
}

export function channelDigestMessages(digest: ChannelDigest): SlackMessage[] {
  const { program, from, until, pairCount, mentees, quiet, away, zone, setBy } = digest;
  const shared = mentees.filter(
    ({ shared: { moved, stuck, reached } }) => moved.length + stuck.length + reached.length > 0,
  );
  const checkIns = mentees.reduce((sum, mentee) => sum + mentee.checkIns, 0);
  const summary = channelSummary({ pairs: pairCount, checkIns, quiet, away });
  const blocks = shared.flatMap(({ mentors, shared: ofThem }) =>
    sharedBlocks(menteeHeading(mentors, ofThem.mentee), ofThem),
  );
  return inMessages(blocks.length > 0 ? blocks : [section(channelEmpty())], (part, parts) => ({
    top: opening(channelDigestTitle(program), `${digestPeriod(from, until, zone)} · ${summary}`, part, parts),
    bottom: part === parts ? [context(channelFooter(setBy))] : [],
  }));
}
