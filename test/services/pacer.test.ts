import { createPacer } from '../../src/services/pacer';
import type { OutgoingMessage } from '../../src/store/messages';

/** Slack's limits are kept to by slots: each message gets one, and has it when its time comes. */

const NOW = new Date('2027-02-01T15:00:00Z');
const MINUTE = 60_000;

function message(id: string, change: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id,
    workspaceId: 'T1',
    kind: 'nudge',
    payload: {},
    memberId: `member of ${id}`,
    channelId: null,
    threadTs: null,
    subjectId: null,
    part: 0,
    state: 'planned',
    plannedAt: NOW,
    sendingSince: null,
    tries: 0,
    channel: null,
    ts: null,
    onceKey: id,
    ...change,
  };
}

/** A pacer that has given slots to a thousand nudges of T1, all due now. */
function flooded() {
  const pacer = createPacer((kind) => kind === 'nudge');
  const slots = Array.from({ length: 1000 }, (_, turn) => pacer.slotFor(message(String(turn)), NOW));
  return { pacer, slots };
}

it('a thousand at once are spread over their minutes', () => {
  const { slots } = flooded();
  const last = Math.max(...slots.map(Number)) - Number(NOW);
  expect(last).toBeGreaterThan(3 * MINUTE);
  expect(last).toBeLessThan(4 * MINUTE);
});

it('asked again at its time, a message has its slot', () => {
  const { pacer, slots } = flooded();
  const [slot = NOW] = slots.slice(-1);
  expect(pacer.slotFor(message('999'), slot)).toEqual(slot);
  expect(pacer.slotFor(message('998'), NOW) > NOW).toBe(true);
});

it('neither another workspace nor an answer waits behind them', () => {
  const { pacer } = flooded();
  expect(pacer.slotFor(message('small', { workspaceId: 'T2' }), NOW)).toEqual(NOW);
  expect(pacer.slotFor(message('answer', { kind: 'recorded' }), NOW)).toEqual(NOW);
});

it('one place gets one a second, after a few at once', () => {
  const pacer = createPacer(() => false);
  const slots = Array.from({ length: 10 }, (_, turn) =>
    pacer.slotFor(message(String(turn), { memberId: null, channelId: 'C1' }), NOW),
  );
  expect(slots.filter((slot) => slot > NOW)).toHaveLength(5);
});

it('who is a minute late has lost the slot, and waits like everybody else', () => {
  const { pacer, slots } = flooded();
  const late = new Date(Math.max(...slots.map(Number)) + MINUTE + 1);
  Array.from({ length: 100 }, (_, turn) => pacer.slotFor(message(`new ${turn}`), late));
  expect(pacer.slotFor(message('999'), late) > late).toBe(true);
});
