import type { Client } from 'pg';
import { z } from 'zod';
import { DUE } from '../seed';

/** The rows and jobs that a sweep wrote, read back so that bare SQL can write them again. */

const nudge = z.object({
  id: z.string(),
  workspaceId: z.string(),
  memberId: z.string(),
  dueAt: z.date(),
  origin: z.string(),
  state: z.string(),
  messageId: z.string(),
});
const question = z.object({
  workspaceId: z.string(),
  nudgeId: z.string(),
  position: z.number(),
  goalId: z.string().nullable(),
  question: z.string(),
});
const message = z.object({
  id: z.string(),
  workspaceId: z.string(),
  kind: z.string(),
  memberId: z.string(),
  subjectId: z.string(),
  state: z.string(),
  plannedAt: z.date(),
  onceKey: z.string(),
});
const job = z.object({ data: z.record(z.string(), z.unknown()) });

export interface Planned {
  readonly nudges: readonly z.infer<typeof nudge>[];
  readonly questions: readonly z.infer<typeof question>[];
  readonly messages: readonly z.infer<typeof message>[];
  readonly jobs: readonly z.infer<typeof job>['data'][];
}

export async function readPlanned(sql: Client): Promise<Planned> {
  const nudges = await sql.query('SELECT * FROM "Nudge" WHERE "dueAt" = $1 ORDER BY "id"', [DUE]);
  const questions = await sql.query(
    'SELECT q.* FROM "NudgeQuestion" q JOIN "Nudge" n ON n."id" = q."nudgeId" WHERE n."dueAt" = $1 ORDER BY q."nudgeId", q."position"',
    [DUE],
  );
  const messages = await sql.query(
    'SELECT m.* FROM "Message" m JOIN "Nudge" n ON n."messageId" = m."id" WHERE n."dueAt" = $1 ORDER BY n."id"',
    [DUE],
  );
  const jobs = await sql.query('SELECT "data" FROM pgboss.job ORDER BY "id"');
  return {
    nudges: z.array(nudge).parse(nudges.rows),
    questions: z.array(question).parse(questions.rows),
    messages: z.array(message).parse(messages.rows),
    jobs: z
      .array(job)
      .parse(jobs.rows)
      .map(({ data }) => data),
  };
}

/** One batch: three statements of many rows in one transaction. */
export async function insertPlanned(sql: Client, planned: Planned, from: number, to: number): Promise<void> {
  const nudges = planned.nudges.slice(from, to);
  const questions = planned.questions.slice(from, to);
  const messages = planned.messages.slice(from, to);
  await sql.query('BEGIN');
  await sql.query(
    `INSERT INTO "Message" ("id", "workspaceId", "kind", "memberId", "subjectId", "state", "plannedAt", "onceKey")
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::timestamptz[], $8::text[])`,
    [
      messages.map(({ id }) => id),
      messages.map(({ workspaceId }) => workspaceId),
      messages.map(({ kind }) => kind),
      messages.map(({ memberId }) => memberId),
      messages.map(({ subjectId }) => subjectId),
      messages.map(({ state }) => state),
      messages.map(({ plannedAt }) => plannedAt),
      messages.map(({ onceKey }) => onceKey),
    ],
  );
  await sql.query(
    `INSERT INTO "Nudge" ("id", "workspaceId", "memberId", "dueAt", "origin", "state", "messageId")
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::"NudgeOrigin"[], $6::"NudgeState"[], $7::uuid[])`,
    [
      nudges.map(({ id }) => id),
      nudges.map(({ workspaceId }) => workspaceId),
      nudges.map(({ memberId }) => memberId),
      nudges.map(({ dueAt }) => dueAt),
      nudges.map(({ origin }) => origin),
      nudges.map(({ state }) => state),
      nudges.map(({ messageId }) => messageId),
    ],
  );
  await sql.query(
    `INSERT INTO "NudgeQuestion" ("workspaceId", "nudgeId", "position", "goalId", "question")
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::uuid[], $5::text[])`,
    [
      questions.map(({ workspaceId }) => workspaceId),
      questions.map(({ nudgeId }) => nudgeId),
      questions.map(({ position }) => position),
      questions.map(({ goalId }) => goalId),
      questions.map((row) => row.question),
    ],
  );
  await sql.query('COMMIT');
}
