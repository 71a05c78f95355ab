import type { KnownBlock } from '@slack/types';
import type { CheckInInWords } from '../../domain/facts';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { actions, button, context, header, section } from '../kit/block-kit';
import { ACTIONS, idValue } from '../kit/ids';
import { paged } from './paged';
import { leaveMenu } from './people';

/** What App Home shows a mentor: what waits for a reply, a line a mentee, and their digest. */

export function waiting(words: Words, { waiting: page, zone }: HomeFacts): KnownBlock[] {
  if (page.total === 0) return [];
  return paged(words, 'waiting', words.HOME_HEADINGS.waiting, page, (rows) =>
    rows.flatMap((checkIn) => waitingBlocks(words, checkIn, zone)),
  );
}

function waitingBlocks(words: Words, checkIn: CheckInInWords, zone: string): KnownBlock[] {
  const tap = (text: string, action: 'encourage' | 'seen') =>
    button(text, ACTIONS[action], {
      value: idValue(checkIn.id),
      label: words.labelFor(`${text} ${checkIn.member.name}`, checkIn.goal?.title ?? null),
    });
  const { encourage, seen } = words.BUTTONS;
  return [section(words.saidLine(checkIn, zone)), actions([tap(encourage, 'encourage'), tap(seen, 'seen')])];
}

export function mentees(words: Words, { mentees: page, capacity, zone }: HomeFacts): KnownBlock[] {
  if (page.total === 0) return [];
  return [
    ...paged(words, 'mentees', words.HOME_HEADINGS.mentees, page, (rows) =>
      rows.map((line) => {
        const { mentorshipId, mentee: other } = line;
        return section(words.menteeLine(line, zone), leaveMenu(words, { mentorshipId, other }));
      }),
    ),
    section(words.capacityWords(capacity), button(words.BUTTONS.capacity, ACTIONS.home_capacity)),
    context(words.digestFooter()),
  ];
}

export function digest(words: Words, { isMentor, digestCadence, digestNext, zone }: HomeFacts): KnownBlock[] {
  if (!isMentor) return [];
  const { BUTTONS } = words;
  const isOn = digestCadence !== null && digestNext !== null;
  return [
    header(words.HOME_HEADINGS.digest),
    section(
      isOn
        ? words.digestRhythm(words.sayCadence(digestCadence), words.localMoment(digestNext, zone))
        : words.noDigest(),
    ),
    actions(
      isOn
        ? [
            button(BUTTONS.changeDigest, ACTIONS.home_digest),
            button(BUTTONS.digestOff, ACTIONS.home_digest_off),
          ]
        : [button(BUTTONS.digestOn, ACTIONS.home_digest)],
    ),
  ];
}
