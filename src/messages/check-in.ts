import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import {
  checkInInWords,
  named,
  type CheckInInWords,
  type GoalInWords,
  type MentorQuestion,
  type Named,
} from '../domain/facts';
import type { Audience } from '../domain/check-in';
import type { AskInWords } from '../domain/ledger/ask';
import type { PromiseInWords } from '../domain/ledger/promise';
import type { Member } from '../domain/member';
import { askFor } from '../services/reads/asks';
import { mentorQuestionOf } from '../services/reads/mentor-question';
import { nextAsked } from '../services/reads/next-asked';
import { carriedOf } from '../services/reads/rider';
import { readersOf, sharingNow } from '../services/reads/readers';
import { audienceSelect } from '../slack/kit/audience-select';
import { settleButtons } from '../slack/kit/ask-blocks';
import { actions, button, context, message, option, plain, section } from '../slack/kit/block-kit';
import { ACTIONS, audienceBlock, goalChoiceValue, idValue, twoIdsValue } from '../slack/kit/ids';
import type { WorkspaceStore } from '../store';
import type { Words } from '../words';
import { nothing, toPerson, type Message } from './define';

/** What answers a person's own words: receipts, a question where they belong, and the mentor's answer to them. */

/** Its check-in was deleted in the meantime. */
type Deleted = 'deleted';

async function goalsOf(store: WorkspaceStore, to: Member, goalId: string | null) {
  const goals = await store.goals.ofMembers([to.id]);
  return {
    active: goals.filter(({ state }) => state === 'active'),
    goal: goals.find(({ id }) => id === goalId) ?? null,
  };
}

interface WhichGoal {
  readonly checkInId: string;
  /** Whether its author alone reads it, until it is said what it is about; then it is these. */
  readonly isDraft: boolean;
  readonly readers: readonly Named[];
  readonly audience: Audience;
  readonly goals: readonly GoalInWords[];
  readonly text: string;
  readonly filedUnder: GoalInWords | 'none' | null;
  readonly nextStep: PromiseInWords | null;
  /** The mentor's question that it may answer as well. */
  readonly ofMentor: MentorQuestion | null;
}

export const whichGoal: Message<'which_goal', WhichGoal | Named | Deleted> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const checkIn = await store.checkIns.byId(subjectId);
    if (!checkIn) return (await personAsked(store, subjectId)) ?? 'deleted';
    const nudge = checkIn.nudgeId === null ? null : await store.nudges.byId(checkIn.nudgeId);
    const ofMentor = nudge && (await mentorQuestionOf(store, nudge));
    const isDraft = checkIn.state === 'draft';
    const said = nudge?.audience ? { audience: nudge.audience, sharedWith: nudge.sharedWith } : checkIn;
    const { audience, sharedWith } = isDraft ? said : checkIn;
    const { active, goal } = await goalsOf(store, to, checkIn.goalId);
    return {
      checkInId: checkIn.id,
      isDraft,
      readers: await readersOf(store, to.id, { audience, sharedWith }),
      audience,
      goals: active,
      text: checkIn.text ?? '',
      filedUnder: goal ?? (checkIn.filedAt === null ? null : 'none'),
      nextStep: await store.promises.ofCheckIn(checkIn.id),
      ofMentor: ofMentor && ofMentor.state === 'open' ? ofMentor : null,
    };
  }),
  render(words, facts) {
    if (facts === 'deleted') return deleted(words);
    if ('slackUserId' in facts) return message([section(words.wordsSent(facts, 'new'))]);
    const { checkInId, isDraft, readers, audience, goals, text, filedUnder, nextStep, ofMentor } = facts;
    const blocks =
      filedUnder === null
        ? [
            section(words.whichGoal(text)),
            actions([
              goalSelect(words, checkInId, goals),
              ...(ofMentor === null ? [] : [answersMentor(words, checkInId, ofMentor)]),
            ]),
          ]
        : [section(words.filedUnder(filedUnder, text))];
    return message([
      ...blocks,
      ...stepBlocks(words, checkInId, nextStep),
      ...(isDraft
        ? [context(words.willReadIfKept(readers, audience))]
        : whoReadsBlocks(words, checkInId, readers, audience)),
    ]);
  },
};

/** What was read as the next step, and the way to change it. */
function stepBlocks(words: Words, checkInId: string, step: PromiseInWords | null): KnownBlock[] {
  if (step === null) return [];
  const change = button(words.BUTTONS.change, ACTIONS.next_step_edit, {
    value: idValue(checkInId),
    label: words.labelFor(words.BUTTONS.change, step.words),
  });
  return [section(words.promiseLines([step]), change)];
}

function answersMentor(words: Words, checkInId: string, { responseId, from }: MentorQuestion): Button {
  const value = twoIdsValue(checkInId, responseId);
  return button(words.answersPerson(from), ACTIONS.answer_mentor, { value });
}

/** Who reads it, in words, and the way to change it. */
function whoReadsBlocks(
  words: Words,
  checkInId: string,
  readers: readonly Named[],
  audience: Audience,
): KnownBlock[] {
  return [
    context(words.canRead(readers, audience)),
    actions([audienceSelect(words, checkInId, audience)], audienceBlock(checkInId, audience)),
  ];
}

interface NothingOpen {
  readonly checkInId: string;
  readonly goals: readonly GoalInWords[];
  readonly text: string | null;
  readonly outcome: 'open' | 'saved' | 'let_go';
  /** What became of it where it was sent to somebody as an ask. */
  readonly asked: AskInWords | null;
  /** Whom it may be sent to. */
  readonly mentors: readonly (Named & { readonly id: string })[];
  /** Who reads it once it is kept, or since. */
  readonly readers: readonly Named[];
  readonly audience: Audience;
  readonly nextAt: Date | null;
  readonly zone: string;
}

export const nothingOpen: Message<'nothing_open', NothingOpen> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const checkIn = await store.checkIns.byId(subjectId);
    const { active } = await goalsOf(store, to, null);
    const sharing =
      checkIn?.state === 'recorded' ? checkIn : await sharingNow(store, to.id, to.defaultAudience);
    return {
      checkInId: subjectId,
      asked: checkIn === null ? await askFor(store, to.id, subjectId) : null,
      mentors: (await store.mentorships.currentOfMentee(to.id)).map(({ mentor }) => ({
        ...named(mentor),
        id: mentor.id,
      })),
      readers: await readersOf(store, to.id, sharing),
      audience: sharing.audience,
      goals: active,
      text: checkIn?.text ?? null,
      outcome: checkIn === null ? 'let_go' : checkIn.state === 'draft' ? 'open' : 'saved',
      nextAt: await nextAsked(store, to),
      zone: to.zone,
    };
  }),
  render(words, facts) {
    const next = facts.nextAt === null ? [] : [context(words.nextQuestionOn(facts.nextAt, facts.zone))];
    return message([...nothingOpenBlocks(words, facts), ...next]);
  },
};

/** Whom the words of a draft were passed on to, which stand among the responses then, under the same id. */
async function personAsked(store: WorkspaceStore, draftId: string): Promise<Named | null> {
  const question = await store.responses.byId(draftId);
  const to = question?.toId ? await store.members.byId(question.toId) : null;
  return to && named(to);
}

/** More buttons than this are a crowd. */
const MENTORS_OFFERED = 3;

/** A block for each: Slack tells two buttons of one action in one block not apart. */
function askBlock(words: Words, draftId: string, mentor: NothingOpen['mentors'][number]): KnownBlock {
  const value = twoIdsValue(draftId, mentor.id);
  return actions([button(words.askPerson(mentor), ACTIONS.ask_mentor, { value })]);
}

function nothingOpenBlocks(words: Words, facts: NothingOpen): KnownBlock[] {
  const { outcome, asked, mentors, checkInId, goals, text, readers, audience } = facts;
  if (asked !== null) return [section(words.askSent(asked, asked.state)), ...settleButtons(words, asked)];
  switch (outcome) {
    case 'saved':
      return [section(words.nothingOpenSaved(text)), ...whoReadsBlocks(words, checkInId, readers, audience)];
    case 'let_go':
      return [section(words.nothingOpenLetGo())];
    case 'open':
      return [
        section(words.nothingOpen(text)),
        actions([
          goalSelect(words, checkInId, goals),
          button(words.BUTTONS.letGo, ACTIONS.let_go_draft, { value: idValue(checkInId) }),
        ]),
        context(words.willReadIfKept(readers, audience)),
        ...mentors.slice(0, MENTORS_OFFERED).map((mentor) => askBlock(words, checkInId, mentor)),
      ];
  }
}

const GOALS_OFFERED = 99;

function goalSelect(words: Words, checkInId: string, goals: readonly GoalInWords[]): StaticSelect {
  const options = goals
    .slice(0, GOALS_OFFERED)
    .map(({ id, title }) => option(title, goalChoiceValue(checkInId, id)));
  return {
    type: 'static_select',
    action_id: ACTIONS.choose_goal,
    placeholder: plain(words.BUTTONS.chooseGoal),
    options: [...options, option(words.noGoalInParticular(), goalChoiceValue(checkInId, 'none'))],
  };
}

interface Recorded {
  readonly checkIn: CheckInInWords;
  readonly readers: readonly Named[];
  /** Whether the message in Slack was edited since. */
  readonly change: 'new' | 'edited';
}

export const recorded: Message<'recorded', Recorded | Deleted> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const checkIn = await store.checkIns.byId(subjectId);
    if (!checkIn) return 'deleted';
    const { goal } = await goalsOf(store, to, checkIn.goalId);
    return {
      checkIn: checkInInWords(checkIn, to, goal, await carriedOf(store, checkIn.id)),
      readers: await readersOf(store, to.id, checkIn),
      change: checkIn.editedAt === null ? 'new' : 'edited',
    };
  }),
  render(words, facts) {
    if (facts === 'deleted') return deleted(words);
    const { checkIn, readers, change } = facts;
    return message([
      section(words.recordedWords(checkIn, readers, change)),
      ...stepBlocks(words, checkIn.id, checkIn.carried.nextStep),
      actions(
        [audienceSelect(words, checkIn.id, checkIn.audience)],
        audienceBlock(checkIn.id, checkIn.audience),
      ),
    ]);
  },
};

function deleted(words: Words) {
  return message([section(words.recordDeleted())]);
}

export const fileOnly: Message<'file_only', 'file_only'> = {
  read: nothing,
  gather: () => Promise.resolve('file_only'),
  render: (words) =>
    message([section(words.fileOnly()), actions([button(words.BUTTONS.checkIn, ACTIONS.home_check_in)])]),
};

export const help: Message<'help', 'help'> = {
  read: nothing,
  gather: () => Promise.resolve('help'),
  render: (words) =>
    message([
      section(words.helpWords('general')),
      actions([
        button(words.BUTTONS.checkIn, ACTIONS.home_check_in),
        button(words.BUTTONS.addGoal, ACTIONS.goal_add),
        button(words.BUTTONS.settings, ACTIONS.open_settings),
      ]),
    ]),
};
