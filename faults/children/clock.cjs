/**
 * Loaded before everything else in each process of a run: its time begins at FAULTS_BEGIN, goes FAULTS_RATE times as fast
 * as the machine's since FAULTS_SINCE, and is stepped by what stands in the file FAULTS_STEP (milliseconds, and the host's
 * time zone) at each SIGUSR2.
 */
'use strict';
const { readFileSync } = require('node:fs');
const { promisify } = require('node:util');

const { FAULTS_BEGIN, FAULTS_SINCE, FAULTS_RATE, FAULTS_STEP } = process.env;
const rate = Number(FAULTS_RATE);
const since = Number(FAULTS_SINCE);
const begin = Number(FAULTS_BEGIN);
const Wall = Date;
const wall = Date.now;
let step = 0;

const now = () => Math.round(begin + (wall() - since) * rate + step);
globalThis.Date = new Proxy(Wall, {
  construct: (target, given, asked) =>
    given.length === 0
      ? new target(now())
      : Reflect.construct(target, given, asked === globalThis.Date ? target : asked),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

const running = performance.now.bind(performance);
performance.now = () => running() * rate;

for (const name of ['setTimeout', 'setInterval']) {
  const slow = globalThis[name];
  const quick = (run, milliseconds = 0, ...given) => slow(run, milliseconds / rate, ...given);
  if (slow[promisify.custom] !== undefined) {
    quick[promisify.custom] = (milliseconds, ...given) =>
      slow[promisify.custom](milliseconds / rate, ...given);
  }
  globalThis[name] = quick;
}
const limit = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => limit(Math.ceil(milliseconds / rate));

process.on('SIGUSR2', () => {
  const [milliseconds, zone] = readFileSync(FAULTS_STEP, 'utf8').split(' ');
  step = Number(milliseconds);
  // Node looks at it again when it is written.
  process.env.TZ = zone;
});
