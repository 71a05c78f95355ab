import { resolve } from 'node:path';
import { ESLint } from 'eslint';

const root = resolve(__dirname, '../..');
// The laws alone, without types: the whole configuration would compile the program for each line below.
const linter = new ESLint({ cwd: root, overrideConfigFile: resolve(root, '.config/layers.mjs') });

async function complaints(file: string, line: string): Promise<string[]> {
  const [result] = await linter.lintText(`${line}\n`, { filePath: resolve(root, file) });
  return (result?.messages ?? []).map((message) => message.message);
}

const misplaced: [file: string, line: string, says: RegExp][] = [
  // domain: values in, decisions out
  ['src/domain/goal.ts', "import { open } from '../store/database';", /holds rules/],
  ['src/domain/goal.ts', "import type { Goals } from '../store/goals';", /holds rules/],
  ['src/domain/goal.ts', "import '../jobs';", /holds rules/],
  ['src/domain/goal.ts', "import '../jobs/';", /holds rules/],
  ['src/domain/goal.ts', "import '..';", /holds rules/],
  ['src/domain/goal.ts', "import { createApp } from '../app';", /holds rules/],
  ['src/domain/goal.ts', "import { readConfig } from '../config';", /holds rules/],
  ['src/domain/goal.ts', "import { transcript } from '../../playground/transcript';", /holds rules/],
  ['src/domain/goal.ts', "export { announce } from '../services/announce';", /holds rules/],
  ['src/domain/goal.ts', "export * from '../slack/words';", /holds rules/],
  ['src/domain/goal.ts', "export type { Words } from '../slack/words';", /holds rules/],
  ['src/domain/goal.ts', "export const later = () => import('../services/announce');", /holds rules/],
  ['src/domain/goal.ts', "export const later = () => import('../jobs');", /holds rules/],
  ['src/domain/goal.ts', 'export const later = (path: string) => import(path);', /outright/],
  ['src/domain/goal.ts', "export type Row = import('../store/goals').Row;", /at the top/],
  ['src/domain/goal.ts', "const store = require('../store');", /slip past/],
  ['src/domain/goal.ts', "import store = require('../store');", /slip past/],
  ['src/domain/goal.ts', "import { readFile } from 'node:fs/promises';", /holds rules/],
  ['src/domain/goal.ts', "import { readFile } from 'fs';", /holds rules/],
  ['src/domain/goal.ts', "import { z } from 'zod';", /holds rules/],
  ['src/domain/goal.ts', "import { x } from 'rrule-temporal-lookalike';", /holds rules/],
  ['src/domain/cadence/rule.ts', "import '../../jobs';", /holds rules/],
  ['src/domain/cadence/rule.ts', "export * from '../../store';", /holds rules/],
  ['src/domain/cadence/rule.ts', "import '../..';", /holds rules/],
  ['src/domain/cadence/rule.ts', "import '../../../test/support/clock';", /holds rules/],
  ['src/domain/goal.ts', "import './cadence/../../store/goals';", /shortest path/],
  ['src/domain/goal.ts', 'export const now = new Date();', /Time is an argument/],
  ['src/domain/goal.ts', 'export const now = Date.now();', /Time is an argument/],
  ['src/domain/goal.ts', 'export const clock = Date.now;', /Time is an argument/],
  ['src/domain/goal.ts', "export const now = Date['now']();", /Time is an argument/],
  ['src/domain/goal.ts', 'export const now = Date();', /Time is an argument/],
  ['src/domain/goal.ts', 'export const now = Temporal.Now.instant();', /Time is an argument/],
  ['src/domain/goal.ts', 'export const now = performance.now();', /Time is an argument/],
  ['src/domain/goal.ts', 'export const chance = Math.random();', /no surroundings/],
  ['src/domain/goal.ts', "console.log('hello');", /no surroundings/],
  ['src/domain/goal.ts', 'setTimeout(run, 1000);', /no surroundings/],
  // store: rows never leak upward
  ['src/store/goals.ts', "import { announce } from '../services/announce';", /turns rows/],
  ['src/store/goals.ts', "import type { App } from '@slack/bolt';", /turns rows/],
  ['src/store/goals.ts', "import { words } from '../slack';", /turns rows/],
  ['src/store/goals.ts', 'export const now = () => new Date();', /Time is an argument/],
  ['src/store/goals.ts', "import { env } from 'node:process';", /read once/],
  ['src/store/goals.ts', "export const url = process.env['DATABASE_URL'];", /read once/],
  ['src/store/goals.ts', 'const { env } = process;', /read once/],
  ['src/store/goals.ts', 'export const url = globalThis.process.env;', /read once/],
  // services: types of the store, instances as arguments
  ['src/services/log-goal.ts', "import { openStore } from '../store';", /import type/],
  ['src/services/log-goal.ts', "import { openStore } from '../store/open';", /import type/],
  ['src/services/log-goal.ts', "export { openStore } from '../store/open';", /import type/],
  ['src/services/log-goal.ts', "export const later = () => import('../store/open');", /import type/],
  ['src/services/plan/due.ts', "import { openStore } from '../../store';", /import type/],
  ['src/services/log-goal.ts', "import type { Goal } from '../store/generated/client';", /generated Prisma/],
  ['src/services/log-goal.ts', "import type { Block } from '@slack/types';", /what the bot can do/],
  ['src/services/log-goal.ts', "import { words } from '../slack/words';", /what the bot can do/],
  ['src/services/log-goal.ts', "import { PrismaClient } from '@prisma/client';", /what the bot can do/],
  ['src/services/log-goal.ts', "import '../jobs';", /what the bot can do/],
  // words: a language is one folder
  [
    'src/words/en/goals.ts',
    "import { option } from '../../slack/kit/block-kit';",
    /a language is one folder/,
  ],
  ['src/words/en/goals.ts', "import type { Goals } from '../../store/goals';", /a language is one folder/],
  // slack: a view never queries
  ['src/slack/forms/goal.ts', "import { goalAdded } from '../../words/en';", /no language of its own/],
  ['src/slack/kit/blocks.ts', "import { BUTTONS } from '../../words/en/labels';", /no language of its own/],
  ['src/slack/listeners/goal.ts', 'await context.store.goals.byId(goalId);', /gets verbs/],
  ['src/slack/listeners/goal.ts', "await context['store'].goals.byId(goalId);", /gets verbs/],
  ['src/slack/forms/goal.ts', 'const { store } = asker.context;', /gets verbs/],
  ['src/slack/forms/goal.ts', 'const run = ({ store: goals }: Context) => goals;', /gets verbs/],
  ['src/slack/home.ts', "import type { Goals } from '../store/goals';", /a view never queries/],
  ['src/slack/home/index.ts', "import { goals } from '../../store';", /a view never queries/],
  ['src/slack/home/index.ts', "import '../../jobs';", /a view never queries/],
  ['src/slack/home/index.ts', "import { Pool } from 'pg';", /a view never queries/],
  [
    'src/slack/home/index.ts',
    "import type { Goal } from '../../store/generated/client';",
    /generated Prisma/,
  ],
  ['src/slack/home/index.ts', 'export const at = new Date();', /Time is an argument/],
  // jobs: a clock that calls one verb
  ['src/jobs/sweep.ts', "import { dueNudges } from '../store/nudges';", /clockwork/],
  ['src/jobs/sweep.ts', "import type { Nudge } from '../domain/nudge';", /clockwork/],
  ['src/jobs/sweep.ts', "import { words } from '../slack/words';", /clockwork/],
  ['src/jobs/sweep.ts', "import { createApp } from '../app';", /clockwork/],
  ['src/jobs/sweep.ts', "import { WebClient } from '@slack/web-api';", /clockwork/],
  // the top of the house
  ['src/config.ts', "import { config } from 'dotenv';", /only zod/],
  ['src/config.ts', "import { levels } from './domain/levels';", /only zod/],
  ['src/app.ts', 'export const started = Date.now();', /Time is an argument/],
  ['src/app.ts', 'export const port = process.env.PORT;', /read once/],
  ['src/index.ts', "export default 'hello';", /by name/],
];

const wellPlaced: [file: string, line: string][] = [
  ['src/domain/goal.ts', "import { Temporal } from 'temporal-polyfill';"],
  ['src/domain/goal.ts', "import { RRuleTemporal } from 'rrule-temporal';"],
  ['src/domain/goal.ts', "import { grammar } from 'ohm-js';"],
  ['src/domain/goal.ts', "import type { Cadence } from './cadence';"],
  ['src/domain/goal.ts', 'export const at = (ms: number) => new Date(ms);'],
  ['src/domain/cadence/rule.ts', "import type { Goal } from '../goal';"],
  ['src/domain/cadence/rule.ts', "import type { Zone } from '..';"],
  ['src/domain/cadence/rule.ts', "import type { Store } from '../store';"],
  ['src/store/goals.ts', "import type { Goal } from '../domain/goal';"],
  ['src/store/goals.ts', "import { PrismaClient } from './generated/client';"],
  ['src/store/pglite/open.ts', "import { PrismaClient } from '../generated/client';"],
  ['src/store/open.ts', "import { PGlite } from '@electric-sql/pglite';"],
  ['src/store/open.ts', "import { join } from 'node:path';"],
  ['src/store/open.ts', "import PgBoss from 'pg-boss';"],
  ['src/store/open.ts', "export const embedded = () => import('@electric-sql/pglite');"],
  ['src/services/log-goal.ts', "import { decideGoal } from '../domain/goal';"],
  ['src/services/log-goal.ts', "import type { Goals } from '../store/goals';"],
  ['src/services/log-goal.ts', "export type { Goals } from '../store/goals';"],
  ['src/services/plan/due.ts', "import type { Store } from '../../store';"],
  ['src/slack/listeners/goal.ts', "import type { App } from '@slack/bolt';"],
  ['src/slack/listeners/goal.ts', "import { logGoal } from '../../services/log-goal';"],
  ['src/slack/listeners/goal.ts', "import { goalModal } from '../views/goal';"],
  ['src/slack/listeners/goal.ts', "import type { Goal } from '../../domain/goal';"],
  ['src/words/en/goals.ts', "import type { Goal } from '../../domain/goal';"],
  ['src/slack/home/index.ts', "import type { Words } from '../../words';"],
  ['src/jobs/sweep.ts', "import { schedule } from 'node-cron';"],
  ['src/jobs/sweep.ts', "import { planDueNudges } from '../services/plan-due-nudges';"],
  ['src/config.ts', "import { z } from 'zod';"],
  ['src/app.ts', "import { registerGoal } from './slack/listeners/goal';"],
  ['src/index.ts', 'export const now = () => new Date();'],
  ['src/index.ts', 'export const env = process.env;'],
  ['playground/index.ts', "import { createApp } from '../src/app';"],
  ['test/domain/goal.test.ts', 'export const now = new Date();'],
];

describe('a newcomer who puts a line in the wrong room is told where it belongs', () => {
  test.each(misplaced)('%s may not hold %s', async (file, line, says) => {
    expect(await complaints(file, line)).toContainEqual(expect.stringMatching(says));
  });
});

describe('a line in the right room passes', () => {
  test.each(wellPlaced)('%s may hold %s', async (file, line) => {
    const found = await complaints(file, line);
    // Files outside src have no laws: ESLint says so itself, and nothing more.
    expect(found.filter((message) => !message.includes('no matching configuration'))).toEqual([]);
  });
});
