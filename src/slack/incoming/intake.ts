import type { App, ReceiverEvent } from '@slack/bolt';
import { AlreadyDone, type Arrival, type Inbox } from '../../services/inbox';
import { countInFlight } from './in-flight';
import { readPayload, withoutNul } from './read-payload';

/**
 * The one way in: whatever Slack sends is read, kept, and only then told "ok"; the work is done from what was kept, by
 * this process or by the next. In both modes, for Bolt's receivers all call `processEvent`.
 */
export interface Intake {
  /** Works on what nobody is at work on: of a process that died, and what could not be done before. */
  takeUp(): Promise<void>;
  /** Resolves once nothing is being worked on. */
  idle(): Promise<void>;
}

export interface IntakeTools {
  readonly inbox: Inbox;
  readonly isOurs: (workspaceId: string) => boolean;
  readonly clock: () => Date;
  readonly onWarning: (warning: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Slack takes it back after three seconds, and the answer has to travel. */
const KEEP_WITHIN = 2500;

/** A payload that nobody could work on, whatever they did. */
export class Malformed extends Error {
  override name = 'Malformed';
  /** What the log calls it. */
  readonly reference = crypto.randomUUID().slice(0, 8);
}

/** A payload that could not be kept in time: Slack is not told "ok", so that it sends it again or says so. */
class NotKept extends Error {
  override name = 'NotKept';
}

/** What Bolt's listeners are given of the arrival that they work on, in Bolt's own context. */
export interface Working {
  readonly arrival: Pick<Arrival, 'id'>;
  /** Whether Slack has been told "ok" long ago: nobody waits for it any more. */
  readonly isAgain: boolean;
  /** Whether the person has been told that it cannot be done, so that there is nothing more to try. */
  isTold: boolean;
}

export function workingIn(boltContext: object): Working | null {
  return 'working' in boltContext && isWorking(boltContext.working) ? boltContext.working : null;
}

function isWorking(value: unknown): value is Working {
  return typeof value === 'object' && value !== null && 'arrival' in value;
}

export function openIntake(bolt: App, { inbox, isOurs, clock, onWarning, onError }: IntakeTools): Intake {
  const inFlight = countInFlight();
  const atWork = new Set<string>();
  const process = bolt.processEvent.bind(bolt);
  // What a listener throws reaches us as the rejection of `processEvent`.
  bolt.error((error) => Promise.reject(error));

  /** Bolt and our listeners on one arrival; it is erased once it is done or nothing more can be tried. */
  async function work(event: ReceiverEvent, arrival: Arrival, isAgain: boolean): Promise<void> {
    const working: Working = { arrival, isAgain, isTold: false };
    atWork.add(arrival.id);
    try {
      await process({ ...event, customProperties: { ...event.customProperties, working } });
    } catch (error) {
      if (!isAlreadyDone(error)) onError(error);
      if (!working.isTold) return;
    } finally {
      atWork.delete(arrival.id);
    }
    await inbox.erase(arrival).catch(onError);
  }

  async function takeIn(event: ReceiverEvent): Promise<void> {
    const payload = readPayload(event.body);
    if (payload.kind === 'malformed')
      throw new Malformed('A payload of a shape that Slack does not describe');
    if (payload.kind === 'rate_limited') {
      onWarning(`Slack holds back events of ${payload.workspaceId}: there were too many.`);
      return event.ack();
    }
    if (payload.kind === 'ignored') return event.ack();
    if (payload.kind === 'passing') {
      await process(event).catch(onError);
      return event.ack();
    }
    // An installation that is not ours: Slack hears "ok", and nobody else does.
    if (!isOurs(payload.workspaceId)) return event.ack();
    const json = JSON.stringify(event.body);
    const incoming = { ...payload, payload: json };
    const arrival = await inTime(inbox.keep(incoming, clock()));
    if (arrival !== null) {
      const body = json.includes('\\u0000') ? { body: asBody(withoutNul(json)) } : {};
      await work({ ...event, ...body }, arrival, false);
    }
    await event.ack();
  }

  bolt.processEvent = (event) => inFlight.during(() => takeIn({ ...event, ack: once(event.ack, onError) }));

  return {
    idle: () => inFlight.idle(),
    takeUp: () =>
      inFlight.during(async () => {
        const arrivals = await inbox.takeUp(clock());
        for (const arrival of arrivals.filter(({ id }) => !atWork.has(id))) {
          const body = asBody(withoutNul(arrival.payload));
          await work({ body, ack: () => Promise.resolve() }, arrival, true);
        }
      }),
  };
}

/** @throws {NotKept} when it fails or takes too long; the cause goes along */
async function inTime<Result>(keeping: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NotKept('The database took too long to keep it')), KEEP_WITHIN);
  });
  try {
    return await Promise.race([keeping, tooLate]);
  } catch (error) {
    if (error instanceof NotKept) throw error;
    throw new NotKept('The database did not keep it', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Acks once, whoever asks first. That Slack is no longer there to hear it is no reason to leave the work. */
function once(ack: ReceiverEvent['ack'], onError: (error: unknown) => void): ReceiverEvent['ack'] {
  let isAcked = false;
  return async (response) => {
    if (isAcked) return;
    isAcked = true;
    await ack(response).catch(onError);
  };
}

/** Bolt gathers what several listeners threw. */
export function isAlreadyDone(error: unknown): boolean {
  if (error instanceof AlreadyDone) return true;
  if (typeof error !== 'object' || error === null) return false;
  if ('originals' in error && Array.isArray(error.originals)) return error.originals.some(isAlreadyDone);
  if ('original' in error) return isAlreadyDone(error.original);
  return 'cause' in error && isAlreadyDone(error.cause);
}

function asBody(body: unknown): ReceiverEvent['body'] {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
