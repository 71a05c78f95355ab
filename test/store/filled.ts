/** A workspace with a row in every table. */

import type { Terms } from '../../src/domain/pair/agreement';
import { checkIn, LATER, NOW, RULE, type World } from './on-both';

export type Ids = Awaited<ReturnType<typeof fill>>;

export const PLACE = { channel: 'D1', ts: '1.1' };
export const DRAFT = { title: 'A goal', why: null, measure: null, targetDate: null, stretch: false };
export const EDITED = { kind: 'edited', at: NOW, reason: null, audience: 'self' } as const;
export const TERMS: Terms = {
  menteeBrings: 'an honest word',
  mentorBrings: null,
  nudges: RULE,
  talks: null,
  hours: { from: '08:00', to: '18:00', days: [] },
  audience: 'mentor',
  between: null,
  mayHear: false,
  until: '2028-12-31',
};
export const SHARING = { audience: 'program', sharedWith: [] } as const;

/** A row of everything in the other workspace. */
export async function fill({ there, meet, proposed, newNudge, database, store }: World) {
  const [mentor, member] = [await meet('UMENTOR', there), await meet('UMENTEE', there)];
  const pair = await proposed(mentor.id, member.id, there);
  const program = await there.programs.first();
  await there.mentorships.move(pair?.id ?? '', 'proposed', 'active', NOW);
  await there.programs.setDigestChannel(program.id, 'C1', mentor.id);
  await there.programs.setCoordinators(program.id, [mentor.id]);
  const agreement = await there.agreements.draft({
    mentorshipId: pair?.id ?? '',
    version: 1,
    draftedById: member.id,
    draftedAt: NOW,
    terms: TERMS,
  });
  await there.agreements.sign(agreement?.id ?? '', member.id, NOW);
  await there.agreements.change(agreement?.id ?? '', { inForceAt: NOW, completeById: member.id });
  const goal = await there.goals.add(member.id, { ...DRAFT, audience: 'mentor' }, NOW);
  await there.goals.move(goal.id, 'active', 'achieved', NOW);
  await there.goals.remember({
    goalId: goal.id,
    byId: member.id,
    kind: 'achieved',
    at: NOW,
    reason: null,
    audience: 'mentor',
  });
  const cadence = await there.cadences.set({ memberId: member.id }, 'nudge', RULE, null, NOW);
  await there.cadences.set({ programId: program.id }, 'channel_digest', RULE, null, NOW);
  const messageId = there.newId();
  await there.messages.say(
    [{ id: messageId, kind: 'help', memberId: member.id, subjectId: goal.id, onceKey: 'help' }],
    NOW,
  );
  const nudge = newNudge(member.id, { messageId });
  const put = newNudge(member.id, { dueAt: LATER, sendAt: LATER, origin: 'snoozed' });
  await there.nudges.plan(
    [nudge, put],
    [{ nudgeId: nudge.id, position: 0, goalId: goal.id, question: 'usual_going' }],
  );
  await there.nudges.startSending({ id: nudge.id, ...SHARING });
  await there.messages.nudgesSent([
    { messageId, nudgeId: nudge.id, memberId: member.id, ...PLACE, sentAt: NOW, followUpAt: NOW },
  ]);
  const said = await there.checkIns.add({
    ...checkIn(member.id),
    goalId: goal.id,
    nudgeId: nudge.id,
    originChannel: 'D1',
    originTs: '1.2',
    answerKey: 'answer',
  });
  await there.promises.name(said, { words: 'Call Ada', by: null }, null);
  await there.barriers.name(said, { words: 'Time', idea: null }, null);
  const barrier = await there.barriers.ofCheckIn(said.id);
  const promise = await there.promises.add({
    memberId: member.id,
    mentorshipId: pair?.id ?? '',
    words: 'Write to Bo',
    by: null,
    saidAt: NOW,
    onceKey: 'words:1',
  });
  const arrival = {
    id: there.newId(),
    key: 'event:Ev1',
    payload: '{}',
    arrivedAt: NOW,
    takeUpAt: LATER,
  };
  await there.inbox.keep(arrival);
  const response = await there.responses.add({
    fromId: mentor.id,
    toId: member.id,
    originChannel: 'D1',
    originTs: '7.7',
    checkInId: said.id,
    kind: 'encourage',
    text: 'Well done',
    at: NOW,
    onceKey: 'once',
  });
  const asking = {
    fromId: mentor.id,
    toId: member.id,
    kind: 'mentor_question' as const,
    text: 'Any luck?',
    at: NOW,
  };
  await there.responses.add({ ...asking, onceKey: 'asked' });
  await there.responses.askIn([nudge.id]);
  const waiting = await there.responses.add({ ...asking, onceKey: 'waits' });
  const asked = await there.responses.add({
    fromId: member.id,
    toId: mentor.id,
    kind: 'question',
    text: 'May I?',
    at: NOW,
    onceKey: 'ask',
  });
  const ask = { id: asked?.id ?? '', fromId: member.id, toId: mentor.id };
  await there.asks.open({ ...ask, dueAt: LATER });
  const thing = { mentorshipId: pair?.id ?? '', byId: mentor.id, name: 'A book', line: null };
  await there.shelf.put({ ...thing, at: NOW, onceKey: 'shelf' });
  const [shelf] = await there.shelf.ofMentorships([thing.mentorshipId]);
  const digest = there.newId();
  await there.digests.add([{ id: digest, memberId: mentor.id, programId: null, from: NOW, to: LATER }]);
  await there.events.claim('Ev1', NOW);
  const row = { workspaceId: there.workspaceId, id: cadence.id };
  await store.sweeps.layAside('nudge', row, { reason: 'P2010', now: NOW, until: LATER });
  const absence = await there.life.addAbsence(member.id, member.id, '2027-02-01', '2027-02-05');
  const question = await there.life.addOwnQuestion({ memberId: member.id }, 'What did you read?');
  const change = { memberId: member.id, subjectId: member.id, before: '{}', after: '{}', until: LATER };
  const undo = await there.undos.add(change);
  const message = await there.messages.byId(messageId);
  if (!pair || !response || !waiting || !promise || !barrier || !message)
    throw new Error('The other workspace is not filled');
  await database.queue.drain(() => Promise.resolve(null));
  return {
    mentor: mentor.id,
    member: member.id,
    pair: pair.id,
    agreement: agreement?.id ?? '',
    program: program.id,
    goal: goal.id,
    cadence: cadence.id,
    message,
    nudge: nudge.id,
    put: put.id,
    checkIn: said.id,
    response: response.id,
    waiting: waiting.id,
    promise,
    barrier: barrier.id,
    ask: ask.id,
    shelf: shelf?.id ?? '',
    digest,
    absence: absence.id,
    question: question.id,
    undo: undo.id,
    arrival,
  };
}
