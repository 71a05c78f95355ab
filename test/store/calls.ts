import type { WorkspaceStore } from '../../src/store';
import { nothing, own, type Expected } from './expected';
import { DRAFT, EDITED, PLACE, SHARING, TERMS } from './filled';
import { BETWEEN_CALLS } from './between-calls';
import { LEDGER_CALLS } from './ledger-calls';
import { checkIn, LATER, NOW, RULE, someone } from './on-both';

/** Every method of the store, as it is called in one workspace with the ids of another. */

type Spaces = {
  [
    Name in keyof WorkspaceStore as WorkspaceStore[Name] extends
      string | WorkspaceStore | ((...args: never[]) => unknown)
      ? never
      : Name
  ]: WorkspaceStore[Name];
};
type Table = { readonly [Space in keyof Spaces]: { readonly [Method in keyof Spaces[Space]]: Expected } };

export const CALLS: Table = {
  members: {
    count: nothing((here) => here.members.count()),
    bySlackId: nothing((here) => here.members.bySlackId('UMENTEE')),
    byId: nothing((here, of) => here.members.byId(of.member)),
    byIds: nothing((here, of) => here.members.byIds([of.member])),
    ensure: own((here) => here.members.ensure(someone('UMENTEE'), NOW, null)),
    claimWelcome: nothing((here, of) => here.members.claimWelcome(of.member, NOW)),
    lock: nothing((here, of) => here.members.lock(of.member)),
    change: nothing((here, of) => here.members.change(of.member, { name: 'Somebody else' })),
  },
  programs: {
    first: own((here) => here.programs.first()),
    homeOf: own((here, of) => here.programs.homeOf(of.member)),
    byDigestChannel: nothing((here) => here.programs.byDigestChannel('C1')),
    byId: nothing((here, of) => here.programs.byId(of.program)),
    byIds: nothing((here, of) => here.programs.byIds([of.program])),
    setDigestChannel: nothing((here, of) => here.programs.setDigestChannel(of.program, 'C2', null)),
    setCoordinators: nothing((here, of) => here.programs.setCoordinators(of.program, [of.member])),
    coordinatorsOf: nothing((here, of) => here.programs.coordinatorsOf(of.program)),
    coordinatedBy: nothing((here, of) => here.programs.coordinatedBy(of.mentor)),
  },
  mentorships: {
    propose: nothing((here, of) =>
      here.mentorships.propose({
        programId: of.program,
        mentorId: of.member,
        menteeId: of.mentor,
        proposedById: of.member,
        now: NOW,
        nextStepAt: LATER,
      }),
    ),
    openBetween: nothing((here, of) => here.mentorships.openBetween(of.mentor, of.member)),
    byIds: nothing((here, of) => here.mentorships.byIds([of.pair])),
    declinedAt: nothing((here, of) => here.mentorships.declinedAt(of.mentor, of.member, new Date(0))),
    accept: nothing((here, of) => here.mentorships.accept(of.pair, of.member)),
    end: nothing((here, of) => here.mentorships.end(of.pair, 'left', NOW)),
    goOn: nothing((here, of) =>
      here.mentorships.goOn({ id: of.pair, mentorId: of.mentor, menteeId: of.member }),
    ),
    byId: nothing((here, of) => here.mentorships.byId(of.pair)),
    move: nothing((here, of) => here.mentorships.move(of.pair, 'active', 'ended', NOW)),
    askAgain: nothing((here, of) => here.mentorships.askAgain([of.pair], NOW, LATER)),
    lapse: nothing((here, of) => here.mentorships.lapse([of.pair], NOW)),
    setNextSteps: nothing((here, of) => here.mentorships.setNextSteps([{ id: of.pair, nextStepAt: LATER }])),
    openOf: nothing((here, of) => here.mentorships.openOf(of.member)),
    currentOfMentees: nothing((here, of) => here.mentorships.currentOfMentees([of.member])),
    currentOfMentee: nothing((here, of) => here.mentorships.currentOfMentee(of.member)),
    currentOfMentor: nothing((here, of) => here.mentorships.currentOfMentor(of.mentor)),
    currentOfMentors: nothing((here, of) => here.mentorships.currentOfMentors([of.mentor])),
    openOfPrograms: nothing((here, of) => here.mentorships.openOfPrograms([of.program])),
    currentOfPrograms: nothing((here, of) => here.mentorships.currentOfPrograms([of.program])),
  },
  agreements: {
    bounds: nothing((here, of) => here.agreements.bounds([of.member])),
    boundsOf: nothing((here, of) => here.agreements.boundsOf(of.member)),
    byId: nothing((here, of) => here.agreements.byId(of.agreement)),
    ofMentorships: nothing((here, of) => here.agreements.ofMentorships([of.pair])),
    draft: nothing((here, of) =>
      here.agreements.draft({
        mentorshipId: of.pair,
        version: 2,
        draftedById: of.member,
        draftedAt: NOW,
        terms: TERMS,
      }),
    ),
    sign: nothing((here, of) => here.agreements.sign(of.agreement, of.member, NOW)),
    change: nothing((here, of) => here.agreements.change(of.agreement, { inForceAt: LATER })),
  },
  goals: {
    byId: nothing((here, of) => here.goals.byId(of.goal)),
    ofMembers: nothing((here, of) => here.goals.ofMembers([of.member])),
    ofMember: nothing((here, of) => here.goals.ofMember(of.member)),
    achievedBetween: nothing((here, of) => here.goals.achievedBetween([of.member], new Date(0), LATER)),
    reached: nothing((here, of) => here.goals.reached(of.goal)),
    add: nothing((here, of) => here.goals.add(of.member, { ...DRAFT, audience: 'mentor' }, NOW)),
    edit: nothing((here, of) => here.goals.edit(of.goal, { ...DRAFT, title: 'Another', audience: null })),
    move: nothing((here, of) => here.goals.move(of.goal, 'achieved', 'active', NOW)),
    remember: nothing((here, of) => here.goals.remember({ goalId: of.goal, byId: of.member, ...EDITED })),
  },
  cadences: {
    nudgeRhythms: nothing((here, of) => here.cadences.nudgeRhythms([of.member])),
    ofMember: nothing((here, of) => here.cadences.ofMember(of.member, 'nudge')),
    ofProgram: nothing((here, of) => here.cadences.ofProgram(of.program)),
    set: nothing((here, of) => here.cadences.set({ memberId: of.member }, 'nudge', RULE, null, LATER)),
    allOfMember: nothing((here, of) => here.cadences.allOfMember(of.member)),
    setNextDues: nothing((here, of) => here.cadences.setNextDues([{ id: of.cadence, nextDueAt: LATER }])),
    setNextDue: nothing((here, of) => here.cadences.setNextDue(of.cadence, LATER)),
    makeWhole: nothing((here, of) => here.cadences.makeWhole(of.cadence, 'FREQ=DAILY', LATER, null)),
    halve: nothing((here, of) =>
      here.cadences.halve([{ id: of.cadence, rule: 'FREQ=DAILY', nextDueAt: LATER }], NOW),
    ),
  },
  nudges: {
    byId: nothing((here, of) => here.nudges.byId(of.nudge)),
    byMessage: nothing((here) => here.nudges.byMessage(PLACE.channel, PLACE.ts)),
    openOf: nothing((here, of) => here.nudges.openOf(of.member)),
    recent: nothing((here, of) => here.nudges.recent(of.member, 9)),
    nextWaiting: nothing((here, of) => here.nudges.nextWaiting([of.member])),
    freeInstantAfter: own((here, of) => here.nudges.freeInstantAfter(of.member, NOW)),
    plan: nothing((here, of) =>
      here.nudges.plan([], [{ nudgeId: of.nudge, position: 1, goalId: null, question: 'usual_going' }]),
    ),
    move: nothing((here, of) => here.nudges.move(of.nudge, ['sent'], 'expired')),
    pass: nothing((here, of) => here.nudges.pass(of.nudge, [0], NOW)),
    startSending: own((here, of) => here.nudges.startSending({ id: of.nudge, ...SHARING, audience: 'self' })),
    giveWay: nothing((here, of) => here.nudges.giveWay([of.member], LATER)),
    settle: nothing((here, of) =>
      here.nudges.settle([
        {
          id: of.put,
          state: 'void',
          sendAt: null,
          reason: 'folded',
          detail: null,
          messageId: null,
          silenceAskedAt: null,
        },
      ]),
    ),
    withQuestions: nothing((here, of) => here.nudges.withQuestions([of.nudge])),
    claimFollowUps: nothing((here, of) => here.nudges.claimFollowUps([of.nudge], NOW)),
    endFollowUps: nothing((here, of) => here.nudges.endFollowUps([of.nudge])),
    answerableOf: nothing((here, of) => here.nudges.answerableOf(of.member)),
    sayWhoReads: nothing((here, of) => here.nudges.sayWhoReads(of.nudge, { ...SHARING, audience: 'self' })),
    narrow: nothing((here, of) => here.nudges.narrow(of.member, 'self')),
    answerSilence: nothing((here, of) => here.nudges.answerSilence(of.nudge, 'stop')),
    voidPlanned: nothing((here, of) => here.nudges.voidPlanned(of.member, 'stopped')),
  },
  checkIns: {
    takeBackStatus: nothing((here, of) => here.checkIns.takeBackStatus(of.goal, 'on_track', NOW)),
    lastSaidThrough: nothing((here, of) =>
      here.checkIns.lastSaidThrough([{ id: of.pair, menteeId: of.member }], LATER),
    ),
    lately: nothing((here, of) => here.checkIns.lately([of.member], new Date(0), LATER, 4)),
    byId: nothing((here, of) => here.checkIns.byId(of.checkIn)),
    byOrigin: nothing((here) => here.checkIns.byOrigin('D1', '1.2')),
    add: nothing((here, of) => here.checkIns.add(checkIn(of.member))),
    answer: nothing((here, of) => here.checkIns.answer('answer', checkIn(of.member))),
    change: nothing((here, of) => here.checkIns.change(of.checkIn, { text: 'Other words' })),
    remove: nothing((here, of) => here.checkIns.remove(of.checkIn)),
    acknowledge: nothing((here, of) => here.checkIns.acknowledge(of.checkIn, NOW)),
    ofNudge: nothing((here, of) => here.checkIns.ofNudge(of.nudge)),
    recentOf: nothing((here, of) => here.checkIns.recentOf(of.member, 9)),
    between: nothing((here, of) => here.checkIns.between([of.member], new Date(0), LATER)),
    awaiting: nothing((here, of) => here.checkIns.awaiting([of.member], new Date(0), LATER)),
  },
  responses: {
    byId: nothing((here, of) => here.responses.byId(of.response)),
    byOrigin: nothing((here) => here.responses.byOrigin('D1', '7.7')),
    lastInThread: nothing((here, of) => here.responses.lastInThread(of.member, '1.1')),
    inThread: nothing((here, of) => here.responses.inThread(of.response)),
    ofNudge: nothing((here, of) => here.responses.ofNudge(of.nudge)),
    waitingFrom: nothing((here, of) => here.responses.waitingFrom(of.mentor)),
    askIn: nothing((here, of) => here.responses.askIn([of.nudge])),
    askLater: nothing((here, of) => here.responses.askLater(of.nudge, of.put)),
    pass: nothing((here, of) => here.responses.pass(of.waiting, NOW)),
    toCheckIn: nothing((here, of) => here.responses.toCheckIn(of.checkIn, 2)),
    changeText: nothing((here, of) => here.responses.changeText(of.response, 'Something else', NOW)),
    remove: nothing((here, of) => here.responses.remove(of.response)),
    hasKey: nothing((here) => here.responses.hasKey('once')),
    add: nothing((here, of) =>
      here.responses.add({
        fromId: of.mentor,
        toId: of.member,
        kind: 'encourage',
        text: null,
        at: NOW,
        onceKey: 'twice',
      }),
    ),
  },
  ...LEDGER_CALLS,
  ...BETWEEN_CALLS,
  digests: {
    byId: nothing((here, of) => here.digests.byId(of.digest)),
    lastEnds: nothing((here, of) => here.digests.lastEnds('memberId', [of.mentor])),
    add: nothing((here, of) =>
      here.digests.add([{ id: here.newId(), memberId: of.mentor, programId: null, from: NOW, to: LATER }]),
    ),
    thatMayShow: nothing((here, of) => here.digests.thatMayShow(of.member, new Date(0), null)),
    presence: nothing((here, of) => here.digests.presence([of.member], new Date(0), LATER)),
  },
  messages: {
    byId: nothing((here, of) => here.messages.byId(of.message.id)),
    at: nothing((here) => here.messages.at(PLACE.channel, PLACE.ts)),
    ofKind: nothing((here, of) => here.messages.ofKind(of.nudge, 'nudge')),
    about: nothing((here, of) => here.messages.about([of.goal])),
    isAt: nothing((here) => here.messages.isAt(PLACE.channel, PLACE.ts)),
    say: nothing((here, of) =>
      here.messages.say([{ kind: 'help', memberId: of.member, onceKey: 'mine' }], NOW),
    ),
    sayNow: nothing((here, of) => here.messages.sayNow(of.goal, 'goal_news', NOW)),
    waitsUntil: nothing((here, of) => here.messages.waitsUntil(of.goal, 'goal_news', LATER)),
    sayRest: nothing((here, of) => here.messages.sayRest(of.message, '1.1', NOW)),
    takeUpAgain: nothing((here) => here.messages.takeUpAgain()),
    deliverAgain: own((here, of) => here.messages.deliverAgain([of.message])),
    claim: nothing((here, of) => here.messages.claim({ id: of.message.id, now: NOW })),
    claimAgain: nothing((here, of) => here.messages.claimAgain(of.message.id, null, NOW)),
    tryLater: nothing((here, of) => here.messages.tryLater(of.message.id, 'error:x', LATER)),
    lookLater: nothing((here, of) => here.messages.lookLater(of.message.id, LATER)),
    wait: own((here, of) => here.messages.wait({ id: of.message.id, until: LATER })),
    putOff: nothing((here, of) => here.messages.putOff(of.message.id)),
    nudgesSent: nothing((here, of) =>
      here.messages.nudgesSent([
        {
          messageId: of.message.id,
          nudgeId: of.nudge,
          memberId: of.member,
          ...PLACE,
          sentAt: LATER,
          followUpAt: null,
        },
      ]),
    ),
    finish: nothing((here, of) =>
      here.messages.finish(of.message.id, { state: 'dropped', reason: 'no_longer_true' }),
    ),
  },
  events: {
    seen: nothing((here) => here.events.seen('Ev1')),
    claim: own((here) => here.events.claim('Ev1', NOW)),
  },
  inbox: {
    keep: own((here, of) => here.inbox.keep({ ...of.arrival, id: here.newId() })),
    keepInstead: own((here, of) => here.inbox.keepInstead({ ...of.arrival, id: here.newId() })),
    erase: nothing((here, of) => here.inbox.erase(of.arrival.id)),
  },
  life: {
    absences: nothing((here, of) => here.life.absences([of.member], '2027-01-01')),
    allAbsences: nothing((here, of) => here.life.allAbsences(of.member)),
    addAbsence: nothing((here, of) => here.life.addAbsence(of.member, of.member, '2027-03-01', '2027-03-02')),
    removeAbsences: nothing((here, of) => here.life.removeAbsences([of.absence])),
    ownQuestions: nothing((here, of) => here.life.ownQuestions([of.member])),
    questionTexts: nothing((here, of) => here.life.questionTexts([of.question])),
    addOwnQuestion: nothing((here, of) => here.life.addOwnQuestion({ memberId: of.member }, 'And now?')),
    programQuestions: nothing((here, of) => here.life.programQuestions(of.program)),
    removeOwnQuestion: nothing((here, of) =>
      here.life.removeOwnQuestion(of.question, { memberId: of.member }),
    ),
  },
  laidAside: {
    ofMember: nothing((here, of) => here.laidAside.ofMember(of.member, NOW)),
  },
  undos: {
    add: nothing((here, of) =>
      here.undos.add({ memberId: of.member, subjectId: of.member, before: '{}', after: '{}', until: NOW }),
    ),
    byId: nothing((here, of) => here.undos.byId(of.undo)),
    take: nothing((here, of) => here.undos.take(of.undo)),
  },
  nudgeFacts: {
    lastCheckIns: nothing((here, of) => here.nudgeFacts.lastCheckIns([of.goal])),
    recentQuestions: nothing((here, of) => here.nudgeFacts.recentQuestions([of.member])),
    lastAsked: nothing((here, of) => here.nudgeFacts.lastAsked([of.goal])),
    sent: nothing((here, of) => here.nudgeFacts.sent([of.member], [new Date(0)])),
    lastNudges: nothing((here, of) => here.nudgeFacts.lastNudges([of.member])),
  },
};
