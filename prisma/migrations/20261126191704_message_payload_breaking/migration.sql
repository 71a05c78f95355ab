-- breaking
-- The kind and the state of a message are closed in TypeScript: text here, so that a new kind needs no migration.
ALTER TABLE "Message" ALTER COLUMN "kind" TYPE TEXT USING "kind"::text;
ALTER TABLE "Message" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "Message" ALTER COLUMN "state" TYPE TEXT USING "state"::text;
ALTER TABLE "Message" ALTER COLUMN "state" SET DEFAULT 'planned';
DROP TYPE "MessageKind";
DROP TYPE "MessageState";

-- What was read from keys and from a text with a space in it becomes fields.
ALTER TABLE "Message" ADD COLUMN "payload" JSONB NOT NULL DEFAULT '{}';
UPDATE "Message" SET "payload" = jsonb_build_object('again', "onceKey" LIKE 'proposal-again:%') WHERE "kind" = 'proposal';
UPDATE "Message" SET "payload" = jsonb_build_object('count', 1) WHERE "kind" = 'outage';
UPDATE "Message" SET "payload" = jsonb_build_object('channelId', split_part("detail", ' ', 1), 'reason', split_part("detail", ' ', 2))
WHERE "kind" = 'channel_lost';
ALTER TABLE "Message" DROP COLUMN "detail";
