import type { Block } from '../../playground/slack';
import { dm, elementsOf, type TestStage } from './stage';

/** Unique words that people say, and the search for each of them on every surface that anybody can look at. */

/** Where a word can be met. All but `channel` are one person's: nobody else sees their DM, their Home, their forms. */
export type Surface = 'dm' | 'thread' | 'digest' | 'news' | 'home' | 'modal' | 'answer' | 'channel';
export type Reader = 'UMENTOR' | 'UMENTOR2' | 'UMENTEE' | 'UMENTEE2' | 'UCOORD' | 'UOTHER' | 'CHANNEL';

/** Each reader who meets a word, with every surface that shows it; whoever is not named meets it nowhere. */
export type Found = Partial<Record<Reader, readonly Surface[]>>;

const PEOPLE = ['UMENTOR', 'UMENTOR2', 'UMENTEE', 'UMENTEE2', 'UCOORD', 'UOTHER'] as const;
/** Those through whose forms and commands somebody else's words could come; the others are read as they stand. */
const WITH_FORMS: ReadonlySet<string> = new Set(['UMENTOR', 'UMENTOR2', 'UCOORD']);
const SURFACES = ['dm', 'thread', 'digest', 'news', 'home', 'modal', 'answer', 'channel'] as const;

/** Buttons that open a form, or show something, which could be about somebody else. */
const LOOKS: ReadonlySet<unknown> = new Set([
  'answer_words',
  'encourage',
  'write_to',
  'reply_to',
  'offer_time',
  'goal_edit',
  'goal_drop',
  'home_why',
  'agreements',
  'agreement_change',
]);
/** What anybody may ask, and what is answered to them alone. */
const ASKED = [
  ['/checkin', ''],
  ['/mentor', 'status'],
  ['/mentor', 'agreement'],
  ['/nudge', 'why'],
] as const;

/** How many times a surface was searched for a word, in all worlds. */
let searched = 0;
export const searches = (): number => searched;

type Shown = Readonly<Record<Surface, string>>;

/** Reads everything that everybody can see, once, and tells where each of these words is met. */
async function whereMet(
  stage: TestStage,
  canaries: readonly string[],
): Promise<Readonly<Record<string, Found>>> {
  const shown: [Reader, Partial<Shown>][] = [['CHANNEL', { channel: channelShown(stage) }]];
  for (const person of PEOPLE) await stage.slack.openHome(person);
  await stage.settled();
  for (const person of PEOPLE) shown.push([person, await shownTo(stage, person)]);
  return Object.fromEntries(
    canaries.map((canary): [string, Found] => [
      canary,
      Object.fromEntries(
        shown.flatMap(([reader, surfaces]) => {
          const met = SURFACES.filter((surface) => {
            const words = surfaces[surface];
            if (words === undefined) return false;
            searched += 1;
            return words.includes(canary);
          });
          return met.length === 0 ? [] : [[reader, met]];
        }),
      ),
    ]),
  );
}

function channelShown(stage: TestStage): string {
  return JSON.stringify(stage.slack.messages({ channel: 'CMENTORS' }));
}

/** What one person sees: it all is text of JSON, so that no field, label or value is left out. */
async function shownTo(stage: TestStage, person: string): Promise<Partial<Shown>> {
  const home = stage.slack.home(person);
  const modal = WITH_FORMS.has(person) ? await formsOf(stage, person) : [];
  const kinds = await kindsOf(stage, person);
  const messages = dm(stage, person);
  const those = (place: Surface): string =>
    JSON.stringify(
      messages.filter(({ ts, thread_ts: thread }) => {
        const kind = kinds.get(ts);
        if (kind === 'digest') return place === 'digest';
        if (thread !== undefined && thread !== ts) return place === 'thread';
        return place === (kind === 'goal_news' ? 'news' : 'dm');
      }),
    );
  return {
    dm: those('dm'),
    thread: those('thread'),
    digest: those('digest'),
    news: those('news'),
    home: JSON.stringify(home),
    modal: modal.join('\n'),
    answer: JSON.stringify(stage.slack.ephemerals(person)),
  };
}

async function kindsOf(stage: TestStage, person: string): Promise<ReadonlyMap<string, string>> {
  const channel = stage.slack.dmOf(person);
  const rows = await stage.database.prisma.message.findMany({ where: { channel, state: 'sent' } });
  return new Map(rows.map(({ ts, kind }) => [ts ?? '', kind]));
}

/** Every form that opens from a command, or from a button in somebody's Home or DM. */
async function formsOf(stage: TestStage, person: string): Promise<string[]> {
  const shown: string[] = [];
  const lookInto = async (blocks: readonly Block[], place: { channel: string; ts: string } | null) => {
    for (const { action_id: actionId, value, type } of elementsOf(blocks)) {
      if (type !== 'button' || !LOOKS.has(actionId)) continue;
      await stage.slack.click(person, {
        ...place,
        actionId: String(actionId),
        ...(typeof value === 'string' ? { value } : {}),
      });
      shown.push(await readModal(stage, person));
    }
  };
  for (const [name, text] of ASKED) {
    await stage.slack.command(person, name, text);
    shown.push(await readModal(stage, person));
  }
  await lookInto(stage.slack.home(person)?.blocks ?? [], null);
  const channel = stage.slack.dmOf(person);
  for (const { ts, blocks } of dm(stage, person)) await lookInto(blocks, { channel, ts });
  return shown;
}

/** What the open form shows; it is closed unsent. Nothing has to be said for it. */
async function readModal(stage: TestStage, person: string): Promise<string> {
  await stage.bot.idle();
  const view = stage.slack.view(person);
  if (view === null) return '';
  await stage.slack.closeView(person);
  return JSON.stringify(view);
}

interface Expected {
  readonly owner: Reader;
  readonly found: Found;
  /** Whether whoever said it still sees it somewhere. */
  readonly isKept: boolean;
}

/** The words of one world, each with where others may meet it. */
export interface Canaries {
  /** A new unique word. Whoever is not named in `found` must not meet it; its owner is not looked at beside `isKept`. */
  readonly word: (label: string, found?: Found, own?: { owner?: Reader; isKept?: boolean }) => string;
  /** Reads everything that everybody sees, and compares. */
  readonly look: () => Promise<void>;
}

export function canariesIn(stage: TestStage): Canaries {
  const expected = new Map<string, Expected>();
  return {
    word(label, found = {}, { owner = 'UMENTEE', isKept = true } = {}) {
      const word = `canary${expected.size + 1}-${label}`;
      expected.set(word, { owner, found, isKept });
      return word;
    },
    async look() {
      const met = await whereMet(stage, [...expected.keys()]);
      const byOthers = [...expected].map(([word, { owner }]) => {
        const { [owner]: _own, ...others } = met[word] ?? {};
        return [word, others];
      });
      expect(Object.fromEntries(byOthers)).toEqual(
        Object.fromEntries([...expected].map(([word, { found }]) => [word, found])),
      );
      const kept = [...expected].filter(([, { isKept }]) => isKept);
      expect(kept.filter(([word, { owner }]) => met[word]?.[owner] === undefined)).toEqual([]);
    },
  };
}
