/** What falls due is found, and taken once. */

import { createStore, type WorkspaceStore } from '../../src/store';
import { freshDatabase } from '../support/databases';
import { LATER, NOW, onBothDatabases, RULE, someone } from './on-both';

onBothDatabases((world) => {
  describe('sweeps', () => {
    async function rhythms(count: number): Promise<void> {
      for (let n = 0; n < count; n += 1) {
        const { id } = await world.meet(`U${n}`);
        await world.here.cadences.set({ memberId: id }, 'nudge', RULE, null, NOW);
      }
    }

    it('hands over what is due, workspace by workspace, and nothing that is not', async () => {
      await rhythms(2);
      const elsewhere = await world.meet('UELSE', world.there);
      await world.there.cadences.set({ memberId: elsewhere.id }, 'nudge', RULE, null, NOW);
      const patient = await world.meet('UPATIENT');
      await world.here.cadences.set({ memberId: patient.id }, 'nudge', RULE, null, LATER);
      const given: [string, number][] = [];
      const count = await world.store.sweeps.dueCadences('nudge', NOW, 10, (bound, due) => {
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
      const failing = world.store.sweeps.dueCadences('nudge', NOW, 10, async (bound, due) => {
        await bound.cadences.setNextDues(due.map(({ id }) => ({ id, nextDueAt: LATER })));
        throw new Error('the power goes out');
      });
      await expect(failing).rejects.toThrow();
      expect(await world.store.sweeps.dueCadences('nudge', NOW, 10, () => Promise.resolve())).toBe(1);
    });

    it('nothing of a stopped workspace is due, until it is opened again', async () => {
      await rhythms(1);
      await world.store.sweeps.stopWorkspace('T1', 'token_revoked', NOW);
      expect(await world.store.sweeps.standing('T1')).toMatchObject({ isStopped: true });
      expect(await world.store.sweeps.dueCadences('nudge', NOW, 10, () => Promise.resolve())).toBe(0);
      expect(await world.store.sweeps.nextDue('anything')).toBeNull();
      await world.store.sweeps.openWorkspace({ id: 'T1', name: 'T1', botUserId: 'UBOT' }, NOW);
      expect(await world.store.sweeps.dueCadences('nudge', NOW, 10, () => Promise.resolve())).toBe(1);
    });

    it('snoozed nudges, follow-ups and proposals fall due at their own time', async () => {
      const [mentor, mentee] = [await world.meet('UMENTOR'), await world.meet('UMENTEE')];
      await world.proposed(mentor.id, mentee.id);
      const asked = world.newNudge(mentee.id, { state: 'sent', dueAt: NOW });
      const snoozed = world.newNudge(mentee.id, { dueAt: LATER, sendAt: LATER, origin: 'snoozed' });
      await world.here.nudges.plan([asked, snoozed], []);
      await world.here.nudges.move(asked.id, ['sent'], 'sent', { followUpAt: LATER });
      const before = new Date(LATER.getTime() - 1);
      const found: string[] = [];
      const note = (_store: WorkspaceStore, due: readonly { readonly id: string }[]) =>
        Promise.resolve(void found.push(...due.map(({ id }) => id)));
      for (const at of [before, LATER]) {
        await world.store.sweeps.dueNudges(at, 9, note);
        await world.store.sweeps.dueFollowUps(at, 9, note);
        await world.store.sweeps.dueProposals(at, 9, note);
        expect(found).toHaveLength(at === before ? 0 : 3);
      }
      expect(await world.store.sweeps.nextDue('anything')).toEqual(LATER);
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
