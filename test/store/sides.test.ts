import { checkIn, LATER, NOW, onBothDatabases } from './on-both';

/** Who belongs to whom, as the store reads it: pairs, what is asked of both sides, and what waits for one of them. */

onBothDatabases((world) => {
  it('a pair is current from when it is accepted until it is over, also while it is paused', async () => {
    const [mentor, mentee] = [await world.meet('UMENTOR'), await world.meet('UMENTEE')];
    const { id = '' } = (await world.proposed(mentor.id, mentee.id)) ?? {};
    const { mentorships } = world.here;
    const both = async () => [
      (await mentorships.currentOfMentors([mentor.id])).map((pair) => pair.id),
      (await mentorships.currentOfMentees([mentee.id])).map((pair) => pair.id),
    ];
    expect(await both()).toEqual([[], []]);
    await mentorships.move(id, 'proposed', 'active', NOW);
    expect(await both()).toEqual([[id], [id]]);
    await mentorships.move(id, 'active', 'paused', NOW);
    expect(await both()).toEqual([[id], [id]]);
    await mentorships.move(id, 'paused', 'ended', NOW);
    expect(await both()).toEqual([[], []]);
  });

  it("a program's question may be asked of both sides of its pairs, and of nobody else", async () => {
    const [mentor, mentee] = [await world.meet('UMENTOR'), await world.meet('UMENTEE')];
    const { id: stranger } = await world.meet('USTRANGER');
    const { id: pair = '' } = (await world.proposed(mentor.id, mentee.id)) ?? {};
    const { life, mentorships, programs } = world.here;
    const { id: programId } = await programs.first();
    await life.addOwnQuestion({ programId }, 'What did you practise?');
    const askedOf = async (id: string) =>
      (await life.ownQuestions([id])).map((one) => one.askedOf.toSorted());
    expect(await askedOf(mentee.id)).toEqual([]);
    await mentorships.move(pair, 'proposed', 'active', NOW);
    const both = [mentor.id, mentee.id].toSorted();
    expect(await askedOf(mentee.id)).toEqual([both]);
    expect(await askedOf(mentor.id)).toEqual([both]);
    expect(await askedOf(stranger)).toEqual([]);
  });

  it('words wait for a mentor who may read them, until they are answered', async () => {
    const { id } = await world.meet('UMENTEE');
    const { checkIns } = world.here;
    const { id: words } = await checkIns.add(checkIn(id));
    await checkIns.add({ ...checkIn(id), audience: 'self' });
    await checkIns.add({ ...checkIn(id), state: 'draft' });
    const waiting = async (since: Date, until: Date) =>
      (await checkIns.awaiting([id], since, until)).map((one) => one.id);
    expect(await waiting(new Date(0), NOW)).toEqual([words]);
    expect(await waiting(NOW, LATER)).toEqual([]);
    await checkIns.acknowledge(words, NOW);
    expect(await waiting(new Date(0), NOW)).toEqual([]);
  });
});
