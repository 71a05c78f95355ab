import { nextDue } from '../../domain/cadence';
import { AUDIENCES } from '../../domain/check-in';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import {
  absencesOf,
  changeBetween,
  UNDO_FOR,
  readSettings,
  stillStands,
  writeSettings,
  type Settings,
} from './settings';
import type { WorkspaceStore } from '../../store';
import type { Response } from '../../store/responses';
import { refreshAgreements, reviewAgreements } from '../pair/review-agreements';
import { refreshAsksBetween, refreshHome, refreshOpenNudge } from '../refresh';
import type { Actor, Context } from '../ports';

/** Changes of when and how somebody is asked can be taken back by whoever made them, for ten minutes. */

export interface Done<Result> {
  readonly result: Result;
  /** What takes it back; null when nothing changed. */
  readonly undoId: string | null;
}

/**
 * Does something to a person's settings so that it can be taken back.
 *
 * @param subject whose settings they are: told, when they are somebody else's
 */
export async function withUndo<Result>(
  context: Context,
  { member, now }: Actor,
  subject: Member,
  work: (context: Context) => Promise<Result>,
): Promise<Done<Result>> {
  return context.store.transaction(async (within) => {
    const before = await settingsOf(within, subject.id, now);
    const result = await work({ ...context, store: within });
    const change = changeBetween(before, await settingsOf(within, subject.id, now));
    if (change === null) return { result, undoId: null };
    const { id } = await within.undos.add({
      memberId: member.id,
      subjectId: subject.id,
      before: writeSettings(change.before),
      after: writeSettings(change.after),
      until: new Date(now.getTime() + UNDO_FOR),
    });
    // Whoever acts for somebody else is named to them.
    if (subject.id !== member.id) {
      await within.messages.say(
        [{ kind: 'away_for_you', memberId: subject.id, subjectId: id, onceKey: `away-for-you:${id}` }],
        now,
      );
    }
    return { result, undoId: id };
  });
}

/**
 * Puts back what a change changed, for whoever made it or whose settings they are, unless it is too late, or something else
 * changed it since.
 */
export async function undo({ store }: Context, { member, now }: Actor, id: string): Promise<void> {
  await store.transaction(async (within) => {
    const change = await within.undos.byId(id);
    if (change !== null && ![change.memberId, change.subjectId].includes(member.id)) {
      throw new Refused({ code: 'not_yours' });
    }
    if (change === null || change.until < now || !(await within.undos.take(id))) {
      throw new Refused({ code: 'undo_over' });
    }
    const before = readSettings(change.before);
    const current = await settingsOf(within, change.subjectId, now);
    if (!stillStands({ before, after: readSettings(change.after) }, current)) {
      throw new Refused({ code: 'undo_overtaken' });
    }
    await putBack(within, change.subjectId, before, current, member, now);
  });
}

async function settingsOf(store: WorkspaceStore, memberId: string, now: Date): Promise<Settings> {
  const member = await memberOf(store, memberId);
  const cadence = await store.cadences.ofMember(memberId, 'nudge');
  const absences = await store.life.absences([memberId], localDate(now, member.zone));
  const pairs = await store.mentorships.openOf(memberId);
  return {
    rule: cadence?.rule ?? null,
    start: cadence?.start ?? null,
    pausedAt: member.pausedAt?.toISOString() ?? null,
    pausedUntil: member.pausedUntil,
    stoppedAt: member.stoppedAt?.toISOString() ?? null,
    workingDays: member.workingDays.join(),
    quietFrom: member.quietFrom,
    quietTo: member.quietTo,
    holidayCountry: member.holidayCountry,
    holidayRegion: member.holidayRegion,
    weeklyBudget: String(member.weeklyBudget),
    capacity: member.capacity === null ? null : String(member.capacity),
    defaultAudience: member.defaultAudience,
    digestWhenEmpty: String(member.digestWhenEmpty),
    absences: absences.map(({ from, to }) => `${from}/${to}`).join(),
    questions: (await questionsOf(store, memberId)).map(writeQuestion).join(),
    asks: (await store.responses.waitingFrom(memberId)).map(writeAsked).join(),
    pairs: pairs.flatMap(({ id, state }) => (state === 'proposed' ? [] : [id])).join(),
  };
}

/** A question that a person brought, for themselves or for a program that they coordinate. */
interface Brought {
  readonly id: string;
  readonly programId: string | null;
  readonly text: string;
}

async function questionsOf(store: WorkspaceStore, memberId: string): Promise<Brought[]> {
  const own = (await store.life.ownQuestions([memberId])).filter(
    (question) => question.memberId === memberId,
  );
  const programs = await store.programs.coordinatedBy(memberId);
  const theirs = await Promise.all(
    programs.map(async ({ id: programId }) =>
      (await store.life.programQuestions(programId)).map((question) => ({ ...question, programId })),
    ),
  );
  return [...own.map(({ id, text }) => ({ id, text, programId: null })), ...theirs.flat()];
}

function writeQuestion({ id, programId, text }: Brought): string {
  return [id, programId ?? '', encodeURIComponent(text)].join(':');
}

function readQuestion(written: string): Brought {
  const [id = '', programId = '', text = ''] = written.split(':');
  return { id, programId: programId === '' ? null : programId, text: decodeURIComponent(text) };
}

/** A mentor's question that waits for a nudge. */
function writeAsked({ id, toId, text }: Response): string {
  return [id, toId ?? '', encodeURIComponent(text ?? '')].join(':');
}

async function askAgain(store: WorkspaceStore, fromId: string, written: string, at: Date): Promise<void> {
  const [id = '', toId = '', text = ''] = written.split(':');
  await store.responses.add({
    id,
    fromId,
    toId,
    kind: 'mentor_question',
    text: decodeURIComponent(text),
    at,
    onceKey: `mentor_question:${fromId}:again:${id}`,
  });
}

async function memberOf(store: WorkspaceStore, id: string): Promise<Member> {
  const member = await store.members.byId(id);
  if (!member) throw new Error('A member has gone in the middle of a change');
  return member;
}

/** @param before what to put back: only these are touched. @param current all as it stands */
async function putBack(
  store: WorkspaceStore,
  memberId: string,
  before: Settings,
  current: Settings,
  by: Member,
  now: Date,
): Promise<void> {
  const { zone } = await memberOf(store, memberId);
  const settings = { ...current, ...before };
  const stoppedAt = instant(settings['stoppedAt']);
  await store.members.change(memberId, {
    pausedAt: instant(settings['pausedAt']),
    pausedUntil: settings['pausedUntil'] ?? null,
    stoppedAt,
    workingDays: listOf(settings['workingDays']),
    quietFrom: settings['quietFrom'] ?? null,
    quietTo: settings['quietTo'] ?? null,
    holidayCountry: settings['holidayCountry'] ?? null,
    holidayRegion: settings['holidayRegion'] ?? null,
    weeklyBudget: Number(settings['weeklyBudget']),
    capacity: settings['capacity'] ? Number(settings['capacity']) : null,
    defaultAudience: AUDIENCES.find((audience) => audience === settings['defaultAudience']) ?? 'self',
    digestWhenEmpty: settings['digestWhenEmpty'] === 'true',
  });
  const { rule, start } = settings;
  if (WHEN_ASKED.some((name) => name in before) && rule && start) {
    const next = stoppedAt === null ? nextDue({ rule, start }, zone, now) : null;
    await store.cadences.set({ memberId }, 'nudge', { rule, start }, null, next);
    await store.nudges.voidPlanned(memberId, 'cadence_changed');
  }
  if ('absences' in before) {
    const noted = await store.life.absences([memberId], localDate(now, zone));
    await store.life.removeAbsences(noted.map(({ id }) => id));
    for (const { from, to } of absencesOf(before)) await store.life.addAbsence(memberId, by.id, from, to);
  }
  if ('questions' in before) {
    const [wanted, there] = [listOf(before['questions']), listOf(current['questions'])];
    const ownerOf = ({ programId }: Brought) => (programId === null ? { memberId } : { programId });
    for (const question of there.filter((written) => !wanted.includes(written)).map(readQuestion)) {
      await store.life.removeOwnQuestion(question.id, ownerOf(question));
    }
    for (const question of wanted.filter((written) => !there.includes(written)).map(readQuestion)) {
      await store.life.addOwnQuestion(ownerOf(question), question.text, question.id);
    }
  }
  if ('asks' in before) {
    const [wanted, there] = [listOf(before['asks']), listOf(current['asks'])];
    for (const [id = ''] of there
      .filter((written) => !wanted.includes(written))
      .map((written) => written.split(':')))
      await store.responses.remove(id);
    for (const written of wanted.filter((each) => !there.includes(each)))
      await askAgain(store, memberId, written, now);
  }
  if ('pairs' in before) await pairAgain(store, listOf(before['pairs']), listOf(current['pairs']), now);
  await refreshHome(store, memberId);
}

/** A mentorship that somebody left goes on. */
async function pairAgain(
  store: WorkspaceStore,
  before: string[],
  current: string[],
  now: Date,
): Promise<void> {
  for (const pair of await store.mentorships.byIds(before.filter((id) => !current.includes(id)))) {
    if (!(await store.mentorships.goOn(pair))) throw new Refused({ code: 'undo_overtaken' });
    await reviewAgreements(store, [pair], now);
    await refreshAgreements(store, pair.id);
    await refreshOpenNudge(store, pair.menteeId);
    await refreshAsksBetween(store, pair);
    await refreshHome(store, pair.mentorId, pair.menteeId);
  }
}

/** The settings that say when somebody is asked: with them, what was planned by the change goes. */
const WHEN_ASKED = ['rule', 'start', 'pausedAt', 'stoppedAt'];

function listOf(text: string | null | undefined): string[] {
  return text ? text.split(',') : [];
}

function instant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
