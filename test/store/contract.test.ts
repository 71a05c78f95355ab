import type { Person } from '../../src/domain/member';
import type { OutboxJob } from '../../src/store/queue';
import { createStore, type Store, type WorkspaceStore } from '../../src/store';
import type { NewNudge } from '../../src/store/nudges';
import { freshDatabase, freshEmbedded, type FreshDatabase } from '../support/databases';

/** What every store must keep, whichever PostgreSQL it stands on. */

const NOW = new Date('2027-02-01T15:00:00Z');
const LATER = new Date('2027-02-08T15:00:00Z');
const RULE = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2027-02-01T09:00' };

function someone(slackUserId: string): Person {
  return {
    slackUserId,
    teamId: 'T1',
    name: slackUserId,
    zone: 'America/Chicago',
    locale: null,
    isBot: false,
    isGone: false,
    isGuest: false,
    isExternal: false,
  };
}

describe.each([
  ['PostgreSQL on a server', freshDatabase],
  ['PostgreSQL embedded', freshEmbedded],
])('on %s', (_name, open) => {
  let database: FreshDatabase;
  let store: Store;
  let here: WorkspaceStore;
  let there: WorkspaceStore;
  const broken: unknown[] = [];

  beforeAll(async () => {
    database = await open((error) => void broken.push(error));
    store = createStore(database);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    await database.prisma.workspace.deleteMany();
    for (const id of ['T1', 'T2']) {
      await store.sweeps.openWorkspace({ id, name: id, botUserId: 'UBOT' }, NOW);
    }
    here = store.workspace('T1');
    there = store.workspace('T2');
    await drained();
  });

  async function drained(): Promise<OutboxJob[]> {
    const jobs: OutboxJob[] = [];
    await database.queue.drain((job) => Promise.resolve(void jobs.push(job)));
    return jobs;
  }

  const meet = (slackUserId: string, at = here) => at.members.ensure(someone(slackUserId), NOW, null);

  function newNudge(memberId: string, change: Partial<NewNudge> = {}): NewNudge {
    return {
      id: here.newId(),
      memberId,
      dueAt: NOW,
      origin: 'rhythm',
      state: 'planned',
      sendAt: null,
      reason: null,
      detail: null,
      messageId: null,
      silenceAskedAt: null,
      ...change,
    };
  }

  async function proposed(mentorId: string, menteeId: string, at = here) {
    const program = await at.programs.first();
    return at.mentorships.propose({
      programId: program.id,
      mentorId,
      menteeId,
      proposedById: mentorId,
      now: NOW,
      nextStepAt: LATER,
    });
  }

  const checkIn = (memberId: string) => ({
    memberId,
    goalId: null,
    nudgeId: null,
    state: 'recorded' as const,
    status: 'note' as const,
    text: 'Read two chapters',
    audience: 'mentor' as const,
    sharedWith: [],
    saidAt: NOW,
  });

  describe('what is unique', () => {
    it('a person is met once, however often they are met at the same moment', async () => {
      const members = await Promise.all(Array.from({ length: 5 }, () => meet('UMENTEE')));
      expect(new Set(members.map(({ id }) => id)).size).toBe(1);
      const claims = await Promise.all(members.map(({ id }) => here.members.claimWelcome(id, NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('a pair has one open mentorship, and may have another when it is over', async () => {
      const [mentor, mentee] = [await meet('UMENTOR'), await meet('UMENTEE')];
      const first = await proposed(mentor.id, mentee.id);
      expect(await proposed(mentor.id, mentee.id)).toBeNull();
      expect(await here.mentorships.move(first?.id ?? '', 'proposed', 'active', NOW)).toBe(true);
      expect(await proposed(mentor.id, mentee.id)).toBeNull();
      expect(await here.mentorships.move(first?.id ?? '', 'active', 'ended', NOW)).toBe(true);
      expect(await proposed(mentor.id, mentee.id)).not.toBeNull();
    });

    it('a mentorship moves on once, and an unanswered one is asked about once', async () => {
      const [mentor, mentee] = [await meet('UMENTOR'), await meet('UMENTEE')];
      const { id = '' } = (await proposed(mentor.id, mentee.id)) ?? {};
      expect(await here.mentorships.askAgain(id, NOW, LATER)).toBe(true);
      expect(await here.mentorships.askAgain(id, NOW, LATER)).toBe(false);
      expect(await here.mentorships.move(id, 'proposed', 'active', NOW)).toBe(true);
      expect(await here.mentorships.move(id, 'proposed', 'ended', NOW)).toBe(false);
    });

    it('a person has one nudge for each due time', async () => {
      const { id } = await meet('UMENTEE');
      const first = newNudge(id);
      await here.nudges.plan([first], []);
      await here.nudges.plan([newNudge(id, { state: 'held' })], []);
      expect(await here.nudges.recent(id, 9)).toMatchObject([{ id: first.id, state: 'planned' }]);
    });

    it('a message in Slack makes one check-in', async () => {
      const { id } = await meet('UMENTEE');
      const said = { ...checkIn(id), originChannel: 'D1', originTs: '1.1' };
      await here.checkIns.add(said);
      await expect(here.checkIns.add(said)).rejects.toMatchObject({ code: 'P2002' });
    });

    it('an answer given again under its key changes the first, and its words where they are chosen', async () => {
      const { id } = await meet('UMENTEE');
      const first = await here.checkIns.answer('nudge:1:0', checkIn(id));
      const bare = { ...checkIn(id), status: 'stuck' as const, text: null };
      const again = await here.checkIns.answer('nudge:1:0', bare, { text: false, audience: false });
      expect(first.isNew).toBe(true);
      expect(again.isNew).toBe(false);
      expect(again.checkIn).toMatchObject({
        id: first.checkIn.id,
        status: 'stuck',
        text: 'Read two chapters',
      });
      const cleared = await here.checkIns.answer('nudge:1:0', bare);
      expect(cleared.checkIn).toMatchObject({ id: first.checkIn.id, text: null });
    });

    it('a response is given once, and an event is taken in once', async () => {
      const { id } = await meet('UMENTOR');
      const response = { fromId: id, kind: 'congratulation' as const, text: null, at: NOW, onceKey: 'once' };
      expect(await here.responses.add(response)).not.toBeNull();
      expect(await here.responses.add(response)).toBeNull();
      const claims = await Promise.all(Array.from({ length: 4 }, () => here.events.claim('Ev1', NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await store.sweeps.forgetEvents(LATER);
      expect(await here.events.seen('Ev1')).toBe(false);
    });

    it('the same thing is said once, and a message is claimed by one', async () => {
      const { id } = await meet('UMENTEE');
      const message = { kind: 'help' as const, memberId: id, onceKey: 'help:1' };
      await here.messages.say([message], NOW);
      await here.messages.say([message], NOW);
      const jobs = await drained();
      expect(jobs).toHaveLength(1);
      const [row] = await database.prisma.message.findMany();
      const claims = await Promise.all(Array.from({ length: 4 }, () => here.messages.claim(row?.id ?? '')));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('goals logged at the same moment get different numbers', async () => {
      const { id } = await meet('UMENTEE');
      const draft = {
        title: 'A goal',
        why: null,
        measure: null,
        targetDate: null,
        stretch: false,
        audience: 'mentor' as const,
      };
      const goals = await Promise.all(
        Array.from({ length: 4 }, () => here.transaction((within) => within.goals.add(id, draft, NOW))),
      );
      expect(goals.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
    });

    it('silence halves a rhythm once, and a new rhythm may be halved anew', async () => {
      const { id } = await meet('UMENTEE');
      const cadence = await here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
      expect(await here.cadences.halve(cadence.id, `${RULE.rule};INTERVAL=2`, LATER, NOW)).toBe(true);
      expect(await here.cadences.halve(cadence.id, `${RULE.rule};INTERVAL=4`, LATER, NOW)).toBe(false);
      expect((await here.cadences.ofMember(id, 'nudge'))?.rule).toBe(`${RULE.rule};INTERVAL=2`);
      const anew = await here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
      expect(anew).toMatchObject({ id: cadence.id, halvedAt: null });
    });

    it('a follow-up is claimed once, and a silence is sorted by the first tap', async () => {
      const { id } = await meet('UMENTEE');
      const nudge = newNudge(id, { state: 'sent' });
      await here.nudges.plan([nudge], []);
      expect(await here.nudges.claimFollowUp(nudge.id, NOW)).toBe(true);
      expect(await here.nudges.claimFollowUp(nudge.id, NOW)).toBe(false);
      expect(await here.nudges.answerSilence(nudge.id, 'busy')).toBe(true);
      expect(await here.nudges.answerSilence(nudge.id, 'stop')).toBe(false);
    });
  });

  describe('transactions and the outbox', () => {
    it('facts and the job that tells of them are written together, or not at all', async () => {
      const { id } = await meet('UMENTEE');
      const failing = here.transaction(async (within) => {
        await within.nudges.plan([newNudge(id)], []);
        await within.messages.say([{ kind: 'nudge', memberId: id, onceKey: 'n:1' }], NOW);
        throw new Error('the power goes out');
      });
      await expect(failing).rejects.toThrow('the power goes out');
      expect(await here.nudges.recent(id, 9)).toEqual([]);
      expect(await database.prisma.message.count()).toBe(0);
      expect(await drained()).toEqual([]);

      await here.transaction((within) =>
        within.messages.say([{ kind: 'nudge', memberId: id, onceKey: 'n:1' }], NOW),
      );
      expect(await drained()).toMatchObject([{ do: 'deliver', workspaceId: 'T1', lane: id }]);
    });

    it('what is said to one person is said in the order in which it happened', async () => {
      const { id } = await meet('UMENTEE');
      const wanted = Array.from({ length: 24 }, () => here.newId());
      for (const messageId of wanted) {
        await here.enqueue([{ do: 'deliver', workspaceId: 'T1', lane: id, messageId }]);
      }
      const jobs = await drained();
      expect(jobs.map((job) => ('messageId' in job ? job.messageId : ''))).toEqual(wanted);
    });

    it('a job that fails is tried again, and does not hold up the others', async () => {
      await here.enqueue([
        { do: 'home', workspaceId: 'T1', lane: 'a', memberId: 'first' },
        { do: 'home', workspaceId: 'T1', lane: 'b', memberId: 'second' },
      ]);
      const seen: string[] = [];
      let isDown = true;
      await database.queue.drain((job) => {
        const who = 'memberId' in job ? job.memberId : '';
        seen.push(who);
        if (who !== 'first' || !isDown) return Promise.resolve();
        isDown = false;
        return Promise.reject(new Error('Slack is down'));
      });
      expect(broken).toMatchObject([new Error('Slack is down')]);
      expect(seen.toSorted()).toEqual(['first', 'first', 'second']);
      expect(await database.queue.depth()).toBe(0);
    });
  });

  describe('sweeps', () => {
    async function rhythms(count: number): Promise<void> {
      for (let n = 0; n < count; n += 1) {
        const { id } = await meet(`U${n}`);
        await here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
      }
    }

    it('hands over what is due, workspace by workspace, and nothing that is not', async () => {
      await rhythms(2);
      const elsewhere = await meet('UELSE', there);
      await there.cadences.set({ memberId: elsewhere.id }, 'nudge', RULE, null, NOW);
      const patient = await meet('UPATIENT');
      await here.cadences.set({ memberId: patient.id }, 'nudge', RULE, null, LATER);
      const given: [string, number][] = [];
      const count = await store.sweeps.dueCadences('nudge', NOW, 10, (bound, due) => {
        given.push([bound.workspaceId, due.length]);
        return Promise.resolve();
      });
      expect(count).toBe(3);
      expect(given.toSorted()).toEqual([
        ['T1', 2],
        ['T2', 1],
      ]);
    });

    it('a sweep that fails leaves everything as it was, to be claimed again', async () => {
      await rhythms(1);
      const failing = store.sweeps.dueCadences('nudge', NOW, 10, async (bound, due) => {
        await bound.cadences.setNextDues(due.map(({ id }) => ({ id, nextDueAt: LATER })));
        throw new Error('the power goes out');
      });
      await expect(failing).rejects.toThrow();
      expect(await store.sweeps.dueCadences('nudge', NOW, 10, () => Promise.resolve())).toBe(1);
    });

    it('nothing of a stopped workspace is due, until it is opened again', async () => {
      await rhythms(1);
      await store.sweeps.stopWorkspace('T1', 'token_revoked', NOW);
      expect(await store.sweeps.isStopped('T1')).toBe(true);
      expect(await store.sweeps.dueCadences('nudge', NOW, 10, () => Promise.resolve())).toBe(0);
      expect(await store.sweeps.nextDue('anything')).toBeNull();
      await store.sweeps.openWorkspace({ id: 'T1', name: 'T1', botUserId: 'UBOT' }, NOW);
      expect(await store.sweeps.dueCadences('nudge', NOW, 10, () => Promise.resolve())).toBe(1);
    });

    it('snoozed nudges, follow-ups and proposals fall due at their own time', async () => {
      const [mentor, mentee] = [await meet('UMENTOR'), await meet('UMENTEE')];
      await proposed(mentor.id, mentee.id);
      const asked = newNudge(mentee.id, { state: 'sent', dueAt: NOW });
      const snoozed = newNudge(mentee.id, { dueAt: LATER, sendAt: LATER, origin: 'snoozed' });
      await here.nudges.plan([asked, snoozed], []);
      await here.nudges.move(asked.id, ['sent'], 'sent', { followUpAt: LATER });
      const before = new Date(LATER.getTime() - 1);
      const found: string[] = [];
      const note = (_store: WorkspaceStore, due: readonly { readonly id: string }[]) =>
        Promise.resolve(void found.push(...due.map(({ id }) => id)));
      for (const at of [before, LATER]) {
        await store.sweeps.dueNudges(at, 9, note);
        await store.sweeps.dueFollowUps(at, 9, note);
        await store.sweeps.dueProposals(at, 9, note);
        expect(found).toHaveLength(at === before ? 0 : 3);
      }
      expect(await store.sweeps.nextDue('anything')).toEqual(LATER);
    });
  });

  describe('workspaces apart', () => {
    it('the store of one sees nothing of another', async () => {
      const member = await meet('UMENTEE', there);
      const mentor = await meet('UMENTOR', there);
      const pair = await proposed(mentor.id, member.id, there);
      const draft = {
        title: 'A goal',
        why: null,
        measure: null,
        targetDate: null,
        stretch: false,
        audience: 'mentor' as const,
      };
      const goal = await there.goals.add(member.id, draft, NOW);
      const nudge = newNudge(member.id, { state: 'sent' });
      await there.nudges.plan([nudge], []);
      const said = await there.checkIns.add({ ...checkIn(member.id), originChannel: 'D1', originTs: '1.1' });
      await there.cadences.set({ memberId: member.id }, 'nudge', RULE, null, NOW);
      await there.life.addAbsence(member.id, member.id, '2027-03-01', '2027-03-02');

      expect(await here.members.bySlackId('UMENTEE')).toBeNull();
      expect(await here.members.byId(member.id)).toBeNull();
      expect(await here.members.byIds([member.id])).toEqual([]);
      expect(await here.mentorships.byId(pair?.id ?? '')).toBeNull();
      expect(await here.mentorships.openOf(member.id)).toEqual([]);
      expect(await here.mentorships.openBetween(mentor.id, member.id)).toBeNull();
      expect(await here.goals.byId(goal.id)).toBeNull();
      expect(await here.goals.ofMembers([member.id])).toEqual([]);
      expect(await here.nudges.byId(nudge.id)).toBeNull();
      expect(await here.nudges.openOf(member.id)).toBeNull();
      expect(await here.nudges.recent(member.id, 9)).toEqual([]);
      expect(await here.checkIns.byId(said.id)).toBeNull();
      expect(await here.checkIns.byOrigin('D1', '1.1')).toBeNull();
      expect(await here.checkIns.recentOf(member.id, 9)).toEqual([]);
      expect(await here.checkIns.between([member.id], new Date(0), LATER)).toEqual([]);
      expect(await here.cadences.ofMember(member.id, 'nudge')).toBeNull();
      expect(await here.life.absences([member.id], '2027-01-01')).toEqual([]);
      const facts = await here.planning.sent([member.id], [new Date(0)]);
      expect(facts).toMatchObject([{ sentThisWeek: 0 }]);
    });

    it('a change under an id of another workspace changes nothing', async () => {
      const member = await meet('UMENTEE', there);
      const mentor = await meet('UMENTOR', there);
      const pair = await proposed(mentor.id, member.id, there);
      const draft = {
        title: 'A goal',
        why: null,
        measure: null,
        targetDate: null,
        stretch: false,
        audience: 'mentor' as const,
      };
      const goal = await there.goals.add(member.id, draft, NOW);
      const nudge = newNudge(member.id, { state: 'sent' });
      await there.nudges.plan([nudge], []);
      const said = await there.checkIns.add(checkIn(member.id));
      const cadence = await there.cadences.set({ memberId: member.id }, 'nudge', RULE, null, NOW);

      expect(await here.mentorships.move(pair?.id ?? '', 'proposed', 'ended', NOW)).toBe(false);
      expect(await here.goals.move(goal.id, 'active', 'dropped', NOW)).toBe(false);
      expect(await here.nudges.move(nudge.id, ['sent'], 'expired')).toBe(false);
      expect(await here.checkIns.acknowledge(said.id, NOW)).toBe(false);
      expect(await here.cadences.halve(cadence.id, RULE.rule, null, NOW)).toBe(false);
      await here.checkIns.remove(said.id);
      await here.cadences.setNextDues([{ id: cadence.id, nextDueAt: LATER }]);
      await expect(here.goals.edit(goal.id, { ...draft, title: 'Theirs' })).rejects.toThrow();
      await expect(here.members.change(member.id, { name: 'Theirs' })).rejects.toThrow();
      await expect(here.checkIns.change(said.id, { text: 'Theirs' })).rejects.toThrow();
      // The wall itself: no row of one workspace may point at a row of another.
      await expect(here.cadences.set({ memberId: member.id }, 'nudge', RULE, null, LATER)).rejects.toThrow();

      expect(await there.goals.byId(goal.id)).toMatchObject({ title: 'A goal', state: 'active' });
      expect(await there.nudges.byId(nudge.id)).toMatchObject({ state: 'sent' });
      expect(await there.checkIns.byId(said.id)).toMatchObject({ text: 'Read two chapters' });
      expect(await there.cadences.ofMember(member.id, 'nudge')).toMatchObject({ nextDueAt: NOW });
      expect(await there.mentorships.byId(pair?.id ?? '')).toMatchObject({ state: 'proposed' });
    });

    it('the same person, message, event and words may be in both', async () => {
      for (const at of [here, there]) {
        const { id } = await meet('UMENTEE', at);
        await at.checkIns.add({ ...checkIn(id), originChannel: 'D1', originTs: '1.1' });
        expect(await at.events.claim('Ev1', NOW)).toBe(true);
        await at.messages.say([{ kind: 'help', memberId: id, onceKey: 'help:1' }], NOW);
      }
      expect(await database.prisma.message.count()).toBe(2);
    });
  });
});

describe('on a server that several processes share', () => {
  it('two sweeps at once claim different rows', async () => {
    const database = await freshDatabase();
    const store = createStore(database);
    await store.sweeps.openWorkspace({ id: 'T1', name: 'T1', botUserId: 'UBOT' }, NOW);
    const here = store.workspace('T1');
    for (let n = 0; n < 6; n += 1) {
      const { id } = await here.members.ensure(someone(`U${n}`), NOW, null);
      await here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
    }
    const claimed: string[][] = [];
    let meet: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    const sweep = () =>
      store.sweeps.dueCadences('nudge', NOW, 3, async (bound, due) => {
        claimed.push(due.map(({ id }) => id));
        if (claimed.length === 2) meet();
        // Neither lets go before both hold their rows.
        await both;
        await bound.cadences.setNextDues(due.map(({ id }) => ({ id, nextDueAt: LATER })));
      });
    expect(await Promise.all([sweep(), sweep()])).toEqual([3, 3]);
    expect(new Set(claimed.flat()).size).toBe(6);
    await database.close();
  });
});
