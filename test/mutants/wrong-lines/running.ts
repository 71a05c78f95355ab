import type { WrongLine } from '../wrong-line';

/** In `src/jobs`, `src/http` and the queue: what hangs, what only takes long, and what whoever asks is told of it. */
export const RUNNING: readonly WrongLine[] = [
  {
    file: 'src/jobs/course.ts',
    line: 'if (underWay.size === 0 && !hangs) heardAt = now();',
    wrong: 'if (!hangs) heardAt = now();',
    test: 'test/jobs/clockwork.test.ts',
    title: 'not even another drain',
  },
  {
    file: 'src/jobs/course.ts',
    line: 'if (underWay.size === 0 && !hangs) heardAt = now();',
    wrong: 'if (underWay.size === 0) heardAt = now();',
    test: 'test/jobs/clockwork.test.ts',
    title: 'not even another sweep',
  },
  {
    file: 'src/jobs/course.ts',
    line: 'underWay.clear();',
    wrong: '',
    test: 'test/jobs/clockwork.test.ts',
    title: 'a sweep that never ends',
  },
  {
    file: 'src/jobs/clockwork.ts',
    line: 'const awake = () => felt + Math.min(running() - beatAt, 2 * HEARTBEAT);',
    wrong: 'const awake = () => felt + (running() - beatAt);',
    test: 'test/jobs/clockwork.test.ts',
    title: 'a machine that slept',
  },
  {
    file: 'src/jobs/clockwork.ts',
    line: 'if (isPatient || isStanding || silent < HUNG_AFTER) return;',
    wrong: 'if (isStanding || silent < HUNG_AFTER) return;',
    test: 'test/jobs/clockwork.test.ts',
    title: 'as long as Slack is away',
  },
  {
    file: 'src/jobs/clockwork.ts',
    line: 'if (!isSteady()) for (const { course } of lines) course.rest();',
    wrong: '',
    test: 'test/jobs/clockwork.test.ts',
    title: 'nothing is late',
  },
  {
    file: 'src/store/queue/lanes.ts',
    line: '.then(() => endOf(item, work))',
    wrong: '.then(() => work.run(item))',
    test: 'test/store/lanes.test.ts',
    title: 'one that never ends',
  },
  {
    file: 'src/services/sweep.ts',
    line: 'getsOn();',
    wrong: '',
    test: 'test/services/in-sets.test.ts',
    title: 'gets on',
  },
  {
    file: 'src/http/health.ts',
    line: 'underWay ??= look(health).finally(() => (underWay = null));',
    wrong: 'underWay = look(health);',
    test: 'test/http/health.test.ts',
    title: 'asks it once',
  },
  {
    file: 'src/http/health.ts',
    line: 'ok: ago === null || ago <= TOO_LONG,',
    wrong: 'ok: true,',
    test: 'test/http/health.test.ts',
    title: 'names the',
  },
  {
    file: 'src/services/sweep.ts',
    line: 'if (await sweeps.layAside(step.what, row, { reason: nameOf(error), now, until }))',
    wrong: 'await sweeps.layAside(step.what, row, { reason: nameOf(error), now, until });',
    test: 'test/app/poor-rows.test.ts',
    title: 'keeps no other nudge back',
  },
];
