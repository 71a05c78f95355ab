import type { MessageKind, Payloads } from '../../src/domain/message';
import { MESSAGES } from '../../src/messages';
import type { Message } from '../../src/messages/define';
import { nothing } from '../../src/messages/define';
import * as en from '../../src/words/en';
import type { Words } from '../../src/words';
import { EVERYTHING_SAID, said } from '../slack/hostile';

/** What the registry of messages promises: a definition for each kind, each of them shown with the worst of facts. */

type Registry = { [Kind in MessageKind]: Message<Kind, unknown> };

test('each kind of message has facts that it is tested with, and is something to read', () => {
  for (const kind of Object.keys(MESSAGES)) {
    const ofKind = EVERYTHING_SAID.filter((facts) => facts.kind === kind);
    expect({ kind, tested: ofKind.length > 0 }).toEqual({ kind, tested: true });
    for (const facts of ofKind) {
      const messages = said(facts);
      expect(messages.length).toBeGreaterThan(0);
      for (const { text } of messages) expect(text.trim()).not.toBe('');
    }
  }
});

test('a registry that lacks a kind, or misreads a payload, does not compile', () => {
  const { help, ...others } = MESSAGES;
  // @ts-expect-error -- a kind has no definition
  const lacking: Registry = others;
  // @ts-expect-error -- its payload has a count, which `nothing` does not give
  const misread: Message<'outage', unknown>['read'] = nothing;
  // @ts-expect-error -- a definition of another kind
  const mistaken: Registry = { ...MESSAGES, outage: MESSAGES.channel_lost };
  expect([help, lacking, misread, mistaken]).toHaveLength(4);
});

test('a message without words, or a language that lacks a sentence, does not compile', () => {
  // @ts-expect-error -- it has nothing to say
  const silent: Message<'help', null> = { read: nothing, gather: () => Promise.resolve(null) };
  const { helpWords, ...others } = en;
  // @ts-expect-error -- a sentence is missing
  const lacking: Words = others;
  expect([silent, helpWords, lacking]).toHaveLength(3);
});

test.each<[MessageKind, unknown, Payloads[MessageKind] | null]>([
  ['proposal', {}, { again: false, hello: false }],
  ['proposal', { again: true }, { again: true, hello: false }],
  ['outage', {}, { count: 1 }],
  ['outage', { count: 'many' }, { count: 1 }],
  ['outage', null, { count: 1 }],
  ['goal_news', {}, { reachedAt: null }],
  ['goal_news', { reachedAt: 'yesterday' }, { reachedAt: null }],
  ['channel_lost', {}, null],
  ['channel_lost', { reason: 'is_archived' }, null],
])('the payload of %s as %j is read as %j', (kind, payload, read) => {
  expect(MESSAGES[kind].read(payload)).toEqual(read);
});
