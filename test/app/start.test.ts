import { execFile } from 'node:child_process';
import path from 'node:path';
import { temporaryFolder } from '../support/databases';

/** The process itself, as an operator starts it. */

const index = path.join(__dirname, '..', '..', 'src', 'index.ts');
const tsx = require.resolve('tsx');

/** Started in an empty folder, so that no .env of the checkout is read. */
async function start(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const folder = await temporaryFolder();
  const started = await new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', tsx, index],
      { cwd: folder.path, env: { PATH: process.env['PATH'], ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
  await folder.remove();
  return started;
}

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-2-3', SLACK_APP_TOKEN: 'xapp-1-2-3' };

it('without tokens it says what is missing, points at the playground, and exits as misconfigured', async () => {
  const { code, said } = await start({});
  expect(said).toContain('SLACK_BOT_TOKEN');
  expect(said).toContain('npm run playground');
  expect(code).toBe(78);
});

it('with a database that is not there it says so, without a stack, and exits as unavailable', async () => {
  const { code, said } = await start({ ...TOKENS, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' });
  expect(said).toContain('The database does not answer');
  expect(said).not.toMatch(/\n\s+at /);
  expect(code).toBe(75);
});
