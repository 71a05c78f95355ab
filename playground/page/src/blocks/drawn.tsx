import { memo } from 'react';
import type { ReactNode } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import type { Block, MessageProps } from 'slack-blocks-to-jsx';
import type { Json } from '../api/model';
import { isRecord, text } from '../../../slack/json';
import { botUser } from '../parts/bot';
import { useThemed } from '../parts/themed';
import { useWorkspace } from '../state/workspace';

/** Nothing to see, and no name of an emoji any more. */
const wordJoiner = '\u2060';

/**
 * What the library reads otherwise than Slack: it takes `verbatim` for no formatting at all, adds a space to every
 * `&gt;` (which means a quotation only where a line begins), makes element ids, which must not repeat, of block ids, and
 * draws `:tada:` in plain text that wants its colons left alone.
 */
function mended(key: string, value: unknown): unknown {
  if (key === 'verbatim' || key === 'block_id') return undefined;
  if (isRecord(value) && value['type'] === 'plain_text' && value['emoji'] === false)
    return { ...value, text: text(value['text']).replaceAll(/:(?=[^\s:]+:)/g, `:${wordJoiner}`) };
  return key === 'text' && typeof value === 'string' ? value.replaceAll(/(?<=[^\n])&gt;/g, '>') : value;
}

/** The local Slack has checked these blocks against Slack's limits; the library has its own types for the same shapes. */
function asBlocks(blocks: readonly Json[]): Block[] {
  return JSON.parse(JSON.stringify(blocks, mended)) as Block[];
}

/** A name that is no emoji stays as it was written, such as the `:00:` of a time. */
const hooks: MessageProps['hooks'] = {
  emoji: (data, parse) => {
    const drawn = parse(data);
    return drawn === '' || drawn === data.name ? `:${data.name}:` : drawn;
  },
};

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
        hooks={hooks}
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
