import type { Member } from '../../domain/member';
import { OWN_QUESTION_LIMIT } from '../../domain/question';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Actor, Context } from '../ports';

/** The questions that a person brings, oldest first. They take turns with the bank's. */
export async function ownQuestions({ store }: Context, { member }: Actor): Promise<string[]> {
  return (await mine(store, member)).map(({ text }) => text);
}

export async function addOwnQuestion({ store }: Context, { member }: Actor, text: string): Promise<string> {
  const question = checkedQuestion(text);
  await store.life.addOwnQuestion({ memberId: member.id }, question);
  return question;
}

/** A question for everyone in the program: a coordinator brings it. */
export async function addProgramQuestion({ store }: Context, actor: Actor, text: string): Promise<string> {
  const programId = await coordinated(store, actor);
  const question = checkedQuestion(text);
  await store.life.addOwnQuestion({ programId }, question);
  return question;
}

/** The questions that the program brings, oldest first. */
export async function programQuestions(
  { store }: Context,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly text: string }[]> {
  return store.life.programQuestions(await coordinated(store, actor));
}

/** Takes some of the program's questions away and adds another, all or nothing. @param removed ids; others' are left alone */
export async function changeProgramQuestions(
  { store }: Context,
  actor: Actor,
  added: string | null,
  removed: readonly string[],
): Promise<void> {
  const programId = await coordinated(store, actor);
  const question = added === null ? null : checkedQuestion(added);
  await store.transaction(async (within) => {
    for (const id of removed) await within.life.removeOwnQuestion(id, { programId });
    if (question !== null) await within.life.addOwnQuestion({ programId }, question);
  });
}

/** `number` counts from 1, in the order of the list. */
export async function removeProgramQuestion({ store }: Context, actor: Actor, number: number): Promise<void> {
  const programId = await coordinated(store, actor);
  const question = (await store.life.programQuestions(programId))[number - 1];
  if (!question) throw new Refused({ code: 'no_such_question', heard: String(number) });
  await store.life.removeOwnQuestion(question.id, { programId });
}

async function coordinated(store: WorkspaceStore, { roles }: Actor): Promise<string> {
  const {
    coordinates: [program],
  } = await roles(store);
  if (!program) throw new Refused({ code: 'coordinators_only' });
  return program.id;
}

/** `number` counts from 1, in the order of the list. */
export async function removeOwnQuestion(
  { store }: Context,
  { member }: Actor,
  number: number,
): Promise<void> {
  const question = (await mine(store, member))[number - 1];
  if (!question) throw new Refused({ code: 'no_such_question', heard: String(number) });
  await store.life.removeOwnQuestion(question.id, { memberId: member.id });
}

async function mine(store: WorkspaceStore, member: Member) {
  return (await store.life.ownQuestions([member.id])).filter(({ memberId }) => memberId === member.id);
}

/** A question as somebody brings it: short enough to be read at a glance. */
export function checkedQuestion(text: string): string {
  const question = text.trim();
  const { length } = [...question];
  if (length === 0) throw new Refused({ code: 'nothing_written' });
  if (length > OWN_QUESTION_LIMIT) {
    throw new Refused({ code: 'question_too_long', limit: OWN_QUESTION_LIMIT, length });
  }
  return question;
}
