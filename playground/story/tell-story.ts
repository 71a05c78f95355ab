import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dueBetween, type Due } from '../../src/domain/cadence';
import { addDays, instantAt } from '../../src/domain/local-time';
import { TryAgain } from '../../src/services/refresh-message';
import { openDatabase } from '../../src/store/database';
import { populate } from '../people';
import type { LocalSlack } from '../slack';
import { openStage } from '../stage';
import { BEGINS, DIGESTS, ENDS, HOMES, isUsual, mondayOf, RHYTHM, type Eve, type Monday } from './calendar';
import { countFigures, type Expected, type Figures } from './figures';
import { answer, answerEach, MENTEE, openNudge, reachFirst, STUDY_GROUP, submitFree } from './mentee';
import { congratulate, MENTOR, readDigest } from './mentor';
import { answerMentor, playSayings, type Heard } from './sayings';
import { createScene, newestWith, optionOf, type Scene } from './scene';
import { createTranscript } from './transcript';

/** Lets the people of the story live through it, and counts. */

const HOUR = 3_600_000;

/** Every due time until then, worked out from the rule alone, in whatever zone the mentee lives in at the time. */
export function dueInStory(ends: Date): Due[] {
  return HOMES.flatMap(({ zone, from }, index) => [
    ...dueBetween(RHYTHM.cadence, zone, from, HOMES[index + 1]?.from ?? ENDS),
  ]).filter(({ due }) => due < ends);
}

/** The story on the real bot, as far as `ends`: prints what was said, answers what was counted. */
export async function tellStory(print: (line: string) => void, ends: Date): Promise<Figures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gentle-nudge-story-'));
  const errors: unknown[] = [];
  const onError = (error: unknown) => {
    // A fault of Slack's that the story armed; the queue tries again.
    if (!(error instanceof TryAgain)) errors.push(error);
  };
  const options = { retryDelaySeconds: 0 };
  const database = await openDatabase({ kind: 'embedded', dataDir: folder }, options, onError);
  const stage = await openStage({
    database,
    start: BEGINS,
    mode: 'http',
    // A slow acknowledgement is counted, and the story goes on.
    ackTimeoutMs: 120_000,
    onError,
    populate: withStudyGroup,
  });
  try {
    const transcript = createTranscript(stage, print);
    const scene = createScene(stage, transcript, () => database.queue.depth());
    await playPairing(scene);
    const { expected, heard } = await playMondays(scene, ends);
    await scene.advance(ends);
    const digestsDue = [...dueBetween(DIGESTS.cadence, DIGESTS.zone, BEGINS, ends)].length;
    return await countFigures({ database, slack: stage.slack, expected, heard, digestsDue, scene, errors });
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function withStudyGroup(slack: LocalSlack): void {
  populate(slack);
  slack.addChannel({ id: STUDY_GROUP, name: 'study-group', members: [MENTEE, 'UNEWMENTEE'] });
}

async function playPairing(scene: Scene): Promise<void> {
  scene.transcript.chapter('A pair');
  await scene.command(MENTOR, '/mentor', 'invite @UMENTEE');
  await scene.tap(MENTEE, newestWith(scene.slack, MENTEE, 'proposal_accept'), 'proposal_accept', 'Accept');
  await scene.command(MENTEE, '/goal', 'add Become certified by next June');
  await scene.command(MENTEE, '/goal', 'add Present at a regional or national meeting by end of next year');
  await scene.command(MENTEE, '/nudge', RHYTHM.words);
  await scene.command(MENTEE, '/nudge', 'holidays US');
  await scene.command(MENTOR, '/mentor', 'digest #mentors');
}

async function playMondays(scene: Scene, ends: Date): Promise<{ expected: Expected[]; heard: Heard[] }> {
  const dues = dueInStory(ends);
  const expected: Expected[] = [];
  const heard: Heard[] = [];
  let turn = 0;
  let year = '';
  let late: (() => Promise<void>) | null = null;
  for (const [index, due] of dues.entries()) {
    const date = due.local.slice(0, 10);
    const zone = /\[(.+)\]/.exec(due.local)?.[1] ?? 'UTC';
    const monday = mondayOf(date, turn);
    if (date.slice(0, 4) !== year) {
      year = date.slice(0, 4);
      scene.transcript.chapter(year);
    }
    await playEve(scene, monday.eve, date, zone);
    heard.push(...(await playSayings(scene, date)));
    const outage = await arrive(scene, due.due, monday);
    const reaches = monday.doing.kind === 'certified' || monday.doing.kind === 'presented';
    expected.push({ ...due, fate: monday.fate, ends: endOf(monday), zone, outage, reaches });
    await late?.();
    late = null;
    if (monday.doing.kind === 'answer' && monday.doing.way === 'late') late = answerLater(scene);
    else await playMonday(scene, monday, turn, date, zone);
    heard.push(...(await answerMentor(scene, date)));
    if (isUsual(date)) turn += 1;
    await playFridays(scene, date, dues[index + 1]?.due ?? ends, index * 2);
  }
  return { expected, heard };
}

function endOf({ doing }: Monday): Expected['ends'] {
  switch (doing.kind) {
    case 'answer':
    case 'busy':
    case 'certified':
    case 'presented':
      return 'answered';
    case 'snooze':
    case 'skip':
      return 'skipped';
    case 'silent':
      return 'expired';
  }
}

/** The evening before: what changes in the mentee's life. */
async function playEve(scene: Scene, eve: Eve | undefined, date: string, zone: string): Promise<void> {
  if (eve === undefined) return;
  const at = (local: string) => {
    const instant = instantAt(local.slice(0, 10), local.slice(11), zone);
    if (instant === null) throw new Error(`${local} is no time in ${zone}`);
    return instant;
  };
  await scene.advance(at(`${addDays(date, -1)}T18:00`));
  switch (eve.kind) {
    case 'command':
      return scene.command(MENTEE, '/nudge', eve.text);
    case 'moves':
      return scene.act(MENTEE, `moves; Slack now says ${eve.zone}`, () =>
        scene.slack.changeUser(MENTEE, { tz: eve.zone }),
      );
    case 'do_not_disturb':
      scene.transcript.person(MENTEE, `switches do-not-disturb on, from ${eve.from} to ${eve.to}`);
      scene.slack.setDnd(MENTEE, { enabled: true, nextStart: at(eve.from), nextEnd: at(eve.to) });
  }
}

/** The clock comes to the due time, in small steps or over an outage; Slack may have a bad moment. */
async function arrive(scene: Scene, due: Date, monday: Monday): Promise<boolean> {
  const { outageHours, fault } = monday;
  if (outageHours !== undefined) {
    await scene.advance(new Date(due.getTime() - HOUR));
    scene.transcript.chapter(`The bot is down until ${outageHours} hours after the next question is due`);
    scene.stage.jump(new Date(due.getTime() + outageHours * HOUR));
    await scene.advance(scene.stage.clock.now());
    return true;
  }
  if (fault) {
    // Not before: a digest would meet it first.
    await scene.advance(new Date(due.getTime() - HOUR));
    scene.slack.arm(fault);
  }
  const postponed = monday.fate.state === 'postponed' ? 2 * HOUR : 0;
  await scene.advance(new Date(due.getTime() + HOUR + postponed));
  return false;
}

/** A question left open is answered once the next one has come: late answers count. */
function answerLater(scene: Scene): () => Promise<void> {
  const { ts } = openNudge(scene);
  return async () => {
    const nudge = scene.slack.messages({ dm: MENTEE }).find((message) => message.ts === ts);
    if (nudge) await answerEach(scene, nudge, 'To the question of two weeks ago: it goes well.');
  };
}

async function playMonday(
  scene: Scene,
  { doing }: Monday,
  turn: number,
  date: string,
  zone: string,
): Promise<void> {
  switch (doing.kind) {
    case 'silent':
      return;
    case 'answer':
      if (doing.way !== 'late') await answer(scene, doing.way, turn);
      return;
    case 'snooze': {
      const nudge = openNudge(scene);
      const tomorrow = optionOf(nudge.blocks, 'nudge_more', /^snooze_tomorrow/);
      await scene.tap(MENTEE, nudge, 'nudge_more', 'Tomorrow', tomorrow);
      await scene.advance(instantAt(addDays(date, 1), '10:00', zone) ?? ENDS);
      return answerEach(scene, openNudge(scene), 'A day later: it goes well.');
    }
    case 'skip':
      return scene.command(MENTEE, '/nudge', `skip ${doing.reason}`);
    case 'busy':
      await scene.tap(MENTEE, newestWith(scene.slack, MENTEE, 'silence_busy'), 'silence_busy', 'I’m busy');
      return scene.submit(MENTEE, { until: doing.until }, `asks to be left in peace until ${doing.until}`);
    case 'certified':
      await reachFirst(scene);
      return congratulate(scene);
    case 'presented':
      await scene.act(MENTEE, 'opens the shortcut “Share progress”', () =>
        scene.slack.shortcut(MENTEE, 'share_progress'),
      );
      await submitFree(scene, {
        status: 'done',
        text: 'I presented at the regional meeting. Forty people, and good questions.',
        audience: 'program',
      });
      return congratulate(scene);
  }
}

/** The mentor reads on Fridays after three, her time, until the next question is due. */
async function playFridays(scene: Scene, monday: string, next: Date, turn: number): Promise<void> {
  for (const [week, days] of [4, 11].entries()) {
    const friday = instantAt(addDays(monday, days), '15:30', DIGESTS.zone);
    if (friday === null || friday >= next) return;
    await scene.advance(friday);
    await readDigest(scene, turn + week);
  }
}
