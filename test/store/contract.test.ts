/** What every store must keep, whichever PostgreSQL it stands on. */

import type { OutboxJob } from '../../src/store/queue';
import { checkIn, LATER, NOW, onBothDatabases, RULE } from './on-both';

onBothDatabases((world) => {
  describe('what is unique', () => {
    it('a person is met once, however often they are met at the same moment', async () => {
      const members = await Promise.all(Array.from({ length: 5 }, () => world.meet('UMENTEE')));
      expect(new Set(members.map(({ id }) => id)).size).toBe(1);
      const claims = await Promise.all(members.map(({ id }) => world.here.members.claimWelcome(id, NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('a pair has one open mentorship, and may have another when it is over', async () => {
      const [mentor, mentee] = [await world.meet('UMENTOR'), await world.meet('UMENTEE')];
      const first = await world.proposed(mentor.id, mentee.id);
      expect(await world.proposed(mentor.id, mentee.id)).toBeNull();
      expect(await world.here.mentorships.move(first?.id ?? '', 'proposed', 'active', NOW)).toBe(true);
      expect(await world.proposed(mentor.id, mentee.id)).toBeNull();
      expect(await world.here.mentorships.move(first?.id ?? '', 'active', 'ended', NOW)).toBe(true);
      expect(await world.proposed(mentor.id, mentee.id)).not.toBeNull();
    });

    it('a mentorship moves on once, and an unanswered one is asked about once', async () => {
      const [mentor, mentee] = [await world.meet('UMENTOR'), await world.meet('UMENTEE')];
      const { id = '' } = (await world.proposed(mentor.id, mentee.id)) ?? {};
      expect(await world.here.mentorships.askAgain([id], NOW, LATER)).toEqual([id]);
      expect(await world.here.mentorships.askAgain([id], NOW, LATER)).toEqual([]);
      expect(await world.here.mentorships.move(id, 'proposed', 'active', NOW)).toBe(true);
      expect(await world.here.mentorships.move(id, 'proposed', 'ended', NOW)).toBe(false);
      expect(await world.here.mentorships.lapse([id], NOW)).toEqual([]);
    });

    it('a person has one nudge for each due time', async () => {
      const { id } = await world.meet('UMENTEE');
      const first = world.newNudge(id);
      await world.here.nudges.plan([first], []);
      await world.here.nudges.plan([world.newNudge(id, { state: 'held' })], []);
      expect(await world.here.nudges.recent(id, 9)).toMatchObject([{ id: first.id, state: 'planned' }]);
    });

    it('a message in Slack makes one check-in', async () => {
      const { id } = await world.meet('UMENTEE');
      const said = { ...checkIn(id), originChannel: 'D1', originTs: '1.1' };
      await world.here.checkIns.add(said);
      await expect(world.here.checkIns.add(said)).rejects.toMatchObject({ code: 'P2002' });
    });

    it('an answer given again under its key changes the first, and its words where they are chosen', async () => {
      const { id } = await world.meet('UMENTEE');
      const first = await world.here.checkIns.answer('nudge:1:0', checkIn(id));
      const bare = { ...checkIn(id), status: 'stuck' as const, text: null };
      const again = await world.here.checkIns.answer('nudge:1:0', bare, { text: false, audience: false });
      expect(first.isNew).toBe(true);
      expect(again.isNew).toBe(false);
      expect(again.checkIn).toMatchObject({
        id: first.checkIn.id,
        status: 'stuck',
        text: 'Read two chapters',
      });
      const cleared = await world.here.checkIns.answer('nudge:1:0', bare);
      expect(cleared.checkIn).toMatchObject({ id: first.checkIn.id, text: null });
    });

    it('a response is given once, and an event is taken in once', async () => {
      const { id } = await world.meet('UMENTOR');
      const given = { kind: 'congratulation' as const, text: null, at: NOW, onceKey: 'once' };
      const response = { ...given, fromId: id, toId: id };
      expect(await world.here.responses.add(response)).not.toBeNull();
      expect(await world.here.responses.add(response)).toBeNull();
      const claims = await Promise.all(Array.from({ length: 4 }, () => world.here.events.claim('Ev1', NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await world.store.sweeps.forgetEvents(LATER);
      expect(await world.here.events.seen('Ev1')).toBe(false);
    });

    it('the same thing is said once, and a message is claimed by one', async () => {
      const { id } = await world.meet('UMENTEE');
      const message = { kind: 'help' as const, memberId: id, onceKey: 'help:1' };
      await world.here.messages.say([message], NOW);
      await world.here.messages.say([message], NOW);
      const jobs = await world.drained();
      expect(jobs).toHaveLength(1);
      const [row] = await world.database.prisma.message.findMany();
      const claims = await Promise.all(
        Array.from({ length: 4 }, () => world.here.messages.claim({ id: row?.id ?? '', now: NOW })),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('goals logged at the same moment get different numbers', async () => {
      const { id } = await world.meet('UMENTEE');
      const draft = {
        title: 'A goal',
        why: null,
        measure: null,
        targetDate: null,
        stretch: false,
        audience: 'mentor' as const,
      };
      const goals = await Promise.all(
        Array.from({ length: 4 }, () => world.here.transaction((within) => within.goals.add(id, draft, NOW))),
      );
      expect(goals.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
    });

    it('silence halves a rhythm once, and a new rhythm may be halved anew', async () => {
      const { id } = await world.meet('UMENTEE');
      const cadence = await world.here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
      const halved = (every: number) => [
        { id: cadence.id, rule: `${RULE.rule};INTERVAL=${every}`, nextDueAt: LATER },
      ];
      expect(await world.here.cadences.halve(halved(2), NOW)).toBe(1);
      expect(await world.here.cadences.halve(halved(4), NOW)).toBe(0);
      expect((await world.here.cadences.ofMember(id, 'nudge'))?.rule).toBe(`${RULE.rule};INTERVAL=2`);
      const anew = await world.here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
      expect(anew).toMatchObject({ id: cadence.id, halvedAt: null });
    });

    it('a follow-up is claimed once, and a silence is sorted by the first tap', async () => {
      const { id } = await world.meet('UMENTEE');
      const nudge = world.newNudge(id, { state: 'sent' });
      await world.here.nudges.plan([nudge], []);
      expect(await world.here.nudges.claimFollowUps([nudge.id], NOW)).toEqual([nudge.id]);
      expect(await world.here.nudges.claimFollowUps([nudge.id], NOW)).toEqual([]);
      expect(await world.here.nudges.answerSilence(nudge.id, 'busy')).toBe(true);
      expect(await world.here.nudges.answerSilence(nudge.id, 'stop')).toBe(false);
    });
  });

  describe('transactions and the outbox', () => {
    it('facts and the job that tells of them are written together, or not at all', async () => {
      const { id } = await world.meet('UMENTEE');
      const failing = world.here.transaction(async (within) => {
        await within.nudges.plan([world.newNudge(id)], []);
        await within.messages.say([{ kind: 'nudge', memberId: id, onceKey: 'n:1' }], NOW);
        throw new Error('the power goes out');
      });
      await expect(failing).rejects.toThrow('the power goes out');
      expect(await world.here.nudges.recent(id, 9)).toEqual([]);
      expect(await world.database.prisma.message.count()).toBe(0);
      expect(await world.drained()).toEqual([]);

      await world.here.transaction((within) =>
        within.messages.say([{ kind: 'nudge', memberId: id, onceKey: 'n:1' }], NOW),
      );
      expect(await world.drained()).toMatchObject([{ do: 'deliver', workspaceId: 'T1', lane: id }]);
    });

    it('what is said to one person is said in the order in which it happened', async () => {
      const { id } = await world.meet('UMENTEE');
      const wanted = Array.from({ length: 24 }, () => world.here.newId());
      for (const messageId of wanted) {
        await world.here.enqueue([{ do: 'deliver', workspaceId: 'T1', lane: id, messageId }]);
      }
      const jobs: OutboxJob[] = [];
      let gotOn = 0;
      await world.database.queue.drain(
        (job) => {
          jobs.push(job);
          return Promise.resolve(null);
        },
        () => (gotOn += 1),
      );
      expect(jobs.map((job) => ('messageId' in job ? job.messageId : ''))).toEqual(wanted);
      // Each that ended, and each look at the queue.
      expect(gotOn).toBeGreaterThan(wanted.length);
    });

    it('a job that fails is tried again, and does not hold up the others', async () => {
      await world.here.enqueue([
        { do: 'home', workspaceId: 'T1', lane: 'a', memberId: 'first' },
        { do: 'home', workspaceId: 'T1', lane: 'b', memberId: 'second' },
      ]);
      const seen: string[] = [];
      let isDown = true;
      await world.database.queue.drain((job) => {
        const who = 'memberId' in job ? job.memberId : '';
        seen.push(who);
        if (who !== 'first' || !isDown) return Promise.resolve(null);
        isDown = false;
        return Promise.reject(new Error('Slack is down'));
      });
      expect(world.broken).toMatchObject([new Error('Slack is down')]);
      expect(seen.toSorted()).toEqual(['first', 'first', 'second']);
      expect(await world.database.queue.depth()).toBe(0);
    });

    it('a job that is to be done again later rests until then', async () => {
      await world.here.enqueue([{ do: 'home', workspaceId: 'T1', lane: 'a', memberId: 'first' }]);
      const waits = [3600, 0, null];
      let done = 0;
      const handle = () => Promise.resolve(waits[done++] ?? null);
      await world.database.queue.drain(handle);
      expect([done, await world.database.queue.depth()]).toEqual([1, 1]);
      await world.database.prisma.$executeRaw`UPDATE pgboss.job SET start_after = now()`;
      await world.database.queue.drain(handle);
      expect([done, await world.database.queue.depth()]).toEqual([3, 0]);
    });
  });

  describe('workspaces apart', () => {
    it('the store of one sees nothing of another', async () => {
      const member = await world.meet('UMENTEE', world.there);
      const mentor = await world.meet('UMENTOR', world.there);
      const pair = await world.proposed(mentor.id, member.id, world.there);
      const draft = {
        title: 'A goal',
        why: null,
        measure: null,
        targetDate: null,
        stretch: false,
        audience: 'mentor' as const,
      };
      const goal = await world.there.goals.add(member.id, draft, NOW);
      const nudge = world.newNudge(member.id, { state: 'sent' });
      await world.there.nudges.plan([nudge], []);
      const said = await world.there.checkIns.add({
        ...checkIn(member.id),
        originChannel: 'D1',
        originTs: '1.1',
      });
      await world.there.cadences.set({ memberId: member.id }, 'nudge', RULE, null, NOW);
      await world.there.life.addAbsence(member.id, member.id, '2027-03-01', '2027-03-02');

      expect(await world.here.members.bySlackId('UMENTEE')).toBeNull();
      expect(await world.here.members.byId(member.id)).toBeNull();
      expect(await world.here.members.byIds([member.id])).toEqual([]);
      expect(await world.here.mentorships.byId(pair?.id ?? '')).toBeNull();
      expect(await world.here.mentorships.openOf(member.id)).toEqual([]);
      expect(await world.here.mentorships.openBetween(mentor.id, member.id)).toBeNull();
      expect(await world.here.goals.byId(goal.id)).toBeNull();
      expect(await world.here.goals.ofMembers([member.id])).toEqual([]);
      expect(await world.here.nudges.byId(nudge.id)).toBeNull();
      expect(await world.here.nudges.openOf(member.id)).toBeNull();
      expect(await world.here.nudges.recent(member.id, 9)).toEqual([]);
      expect(await world.here.checkIns.byId(said.id)).toBeNull();
      expect(await world.here.checkIns.byOrigin('D1', '1.1')).toBeNull();
      expect(await world.here.checkIns.recentOf(member.id, 9)).toEqual([]);
      expect(await world.here.checkIns.between([member.id], new Date(0), LATER)).toEqual([]);
      expect(await world.here.cadences.ofMember(member.id, 'nudge')).toBeNull();
      expect(await world.here.life.absences([member.id], '2027-01-01')).toEqual([]);
      const facts = await world.here.nudgeFacts.sent([member.id], [new Date(0)]);
      expect(facts).toMatchObject([{ sentThisWeek: 0 }]);
    });

    it('a change under an id of another workspace changes nothing', async () => {
      const member = await world.meet('UMENTEE', world.there);
      const mentor = await world.meet('UMENTOR', world.there);
      const pair = await world.proposed(mentor.id, member.id, world.there);
      const draft = {
        title: 'A goal',
        why: null,
        measure: null,
        targetDate: null,
        stretch: false,
        audience: 'mentor' as const,
      };
      const goal = await world.there.goals.add(member.id, draft, NOW);
      const nudge = world.newNudge(member.id, { state: 'sent' });
      await world.there.nudges.plan([nudge], []);
      const said = await world.there.checkIns.add(checkIn(member.id));
      const cadence = await world.there.cadences.set({ memberId: member.id }, 'nudge', RULE, null, NOW);

      expect(await world.here.mentorships.move(pair?.id ?? '', 'proposed', 'ended', NOW)).toBe(false);
      expect(await world.here.goals.move(goal.id, 'active', 'dropped', NOW)).toBe(false);
      expect(await world.here.nudges.move(nudge.id, ['sent'], 'expired')).toBe(false);
      expect(await world.here.checkIns.acknowledge(said.id, NOW)).toBe(false);
      expect(
        await world.here.cadences.halve([{ id: cadence.id, rule: RULE.rule, nextDueAt: null }], NOW),
      ).toBe(0);
      await world.here.checkIns.remove(said.id);
      await world.here.cadences.setNextDues([{ id: cadence.id, nextDueAt: LATER }]);
      await expect(world.here.goals.edit(goal.id, { ...draft, title: 'Theirs' })).rejects.toThrow();
      await expect(world.here.members.change(member.id, { name: 'Theirs' })).rejects.toThrow();
      await expect(world.here.checkIns.change(said.id, { text: 'Theirs' })).rejects.toThrow();
      // The wall itself: no row of one workspace may point at a row of another.
      await expect(
        world.here.cadences.set({ memberId: member.id }, 'nudge', RULE, null, LATER),
      ).rejects.toThrow();

      expect(await world.there.goals.byId(goal.id)).toMatchObject({ title: 'A goal', state: 'active' });
      expect(await world.there.nudges.byId(nudge.id)).toMatchObject({ state: 'sent' });
      expect(await world.there.checkIns.byId(said.id)).toMatchObject({ text: 'Read two chapters' });
      expect(await world.there.cadences.ofMember(member.id, 'nudge')).toMatchObject({ nextDueAt: NOW });
      expect(await world.there.mentorships.byId(pair?.id ?? '')).toMatchObject({ state: 'proposed' });
    });

    it('the same person, message, event and words may be in both', async () => {
      for (const at of [world.here, world.there]) {
        const { id } = await world.meet('UMENTEE', at);
        await at.checkIns.add({ ...checkIn(id), originChannel: 'D1', originTs: '1.1' });
        expect(await at.events.claim('Ev1', NOW)).toBe(true);
        await at.messages.say([{ kind: 'help', memberId: id, onceKey: 'help:1' }], NOW);
      }
      expect(await world.database.prisma.message.count()).toBe(2);
    });
  });
});
