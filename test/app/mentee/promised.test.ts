/** What words promise exists: every command that a sentence or a hint of Slack's names is understood. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { closeStages, command, openTestStage, pair, logGoals, type TestStage } from '../../support/stage';
import { CATALOGUE } from '../../words/sentences';

let stage: TestStage;
beforeAll(async () => {
  stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified', 'Present at a meeting']);
});
afterAll(closeStages);

const NOT_UNDERSTOOD = /could not make sense|could not read|I read “|found nobody here|no such/i;

/** "/goal add Become certified by next June", as a sentence or a hint gives it. */
function promised(): string[] {
  const said = CATALOGUE.flatMap(([, lines]) => lines).join('\n');
  const inWords = [...said.matchAll(/`(\/(?:goal|mentor|nudge|checkin)[^`\n]*)`/g)].flatMap(
    ([, line]) => line ?? [],
  );
  const manifest = readFileSync(path.resolve('manifest.yml'), 'utf8');
  const hints = [...manifest.matchAll(/command: (\/\w+)[\s\S]*?usage_hint: '\[([^\]]*)\]'/g)];
  const inHints = hints.flatMap(([, name = '', hint = '']) =>
    hint.split('|').map((verb) => `${name} ${verb.trim()}`),
  );
  // What a refusal gives back to be typed again is a person's, and no promise of ours.
  return [...new Set([...inWords, ...inHints])].filter((line) => !line.includes('&lt;'));
}

const FILLED: readonly (readonly [RegExp, string])[] = [
  [/@someone|@mentee|@mentor(?!s)/g, '@UMENTOR'],
  [/#channel/g, '#CMENTORS'],
  [/until …/g, 'until Monday'],
  [/…/g, 'Read a book'],
];

it('every command that is promised is understood', async () => {
  const lines = promised();
  expect(lines.length).toBeGreaterThan(40);
  const refused: [string, string][] = [];
  for (const line of lines) {
    const filled = FILLED.reduce((text, [gap, by]) => text.replace(gap, by), line);
    if (stage.slack.view('UMENTEE')) await stage.slack.closeView('UMENTEE');
    const said = await command(stage, 'UMENTEE', filled);
    const view = JSON.stringify(stage.slack.view('UMENTEE') ?? '');
    if (NOT_UNDERSTOOD.test(said) || NOT_UNDERSTOOD.test(view)) refused.push([filled, said || view]);
  }
  expect(refused).toEqual([]);
});
