import { memo } from 'react';
import type { ReactNode } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import type { Block } from 'slack-blocks-to-jsx';
import type { Json } from '../api/model';
import { isRecord } from '../../../slack/json';
import { botUser } from '../parts/bot';
import { useThemed } from '../parts/themed';
import { useWorkspace } from '../state/workspace';

/**
 * The local Slack has checked these blocks against Slack's limits; the library only has its own names for the same
 * shapes. It would make the block ids into element ids, which many messages share.
 */
function asBlocks(blocks: readonly Json[]): Block[] {
  return blocks.map(({ block_id: _id, ...block }) => block) as unknown as Block[];
}

/** Text and blocks without controls, drawn by slack-blocks-to-jsx. */
export const Drawn = memo(function Drawn({ blocks }: { blocks: readonly Json[] }): ReactNode {
  const { people, channels } = useWorkspace();
  const theme = useThemed();
  const users = [...people.map(({ id, name }) => ({ id, name })), botUser];
  // The library reads the names once, when it is mounted.
  const known = `${users.length} ${channels.length}`;
  return (
    <div className="drawn">
      <Message
        key={known}
        blocks={asBlocks(blocks)}
        name=""
        logo=""
        theme={theme}
        data={{ users, channels: channels.map(({ id, name }) => ({ id, name })) }}
        withoutWrapper
      />
    </div>
  );
});

/** A text object in a line of its own; plain strings and plain text need no library. */
export function Words({ of }: { of: unknown }): ReactNode {
  if (typeof of === 'string') return of;
  if (!isRecord(of)) return null;
  if (of['type'] !== 'mrkdwn') return String(of['text']);
  return <Drawn blocks={[{ type: 'section', text: of }]} />;
}
