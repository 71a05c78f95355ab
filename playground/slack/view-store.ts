import { describe, errorOf, validateView } from './blocks/block-kit';
import { ApiError } from './errors';
import { randomHex, randomId, secondsOf } from './ids';
import { flag, isRecord, list, record, text } from './json';
import type { Json } from './json';
import type { StateValues, View } from './types';
import { stateOf, withIds } from './blocks/view-state';

/** Open forms and App Homes, and the hash that tells a stale one. */

const deepest = 3;

export interface ViewStore {
  top(user: string): View | null;
  stack(user: string): readonly View[];
  home(user: string): View | null;
  open(user: string, source: unknown): View;
  push(user: string, source: unknown): View;
  update(by: { viewId?: string; externalId?: string; hash?: string }, source: unknown): View;
  publish(user: string, source: unknown, hash?: string): View;
  /** Takes the view off the person's stack; with `clear`, all of them. Returns what was closed. */
  close(user: string, viewId: string, clear: boolean): View[];
  find(viewId: string): { view: View; user: string } | undefined;
  setState(viewId: string, values: StateValues): void;
}

interface Options {
  now: () => Date;
  team: string;
  app: string;
  botId: string;
  homeTab: boolean;
  changed: (kind: 'view' | 'home', user: string) => void;
}

/** The view as sent by the app, checked; throws what the Web API would answer. */
function checked(source: unknown, type: View['type']): Json {
  const problems = validateView(source);
  if (isRecord(source) && problems.length === 0 && source['type'] !== type)
    problems.push({ pointer: '/view/type', message: `must be ${type}` });
  if (problems.length > 0)
    throw new ApiError(errorOf(problems, 'invalid_arguments'), {
      response_metadata: { messages: problems.map(describe) },
    });
  return record(source);
}

export function createViewStore({ now, team, app, botId, homeTab, changed }: Options): ViewStore {
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();
  const byId = new Map<string, { view: View; user: string }>();
  const byExternalId = new Map<string, string>();

  function newHash(): string {
    return `${secondsOf(now())}.${randomHex(4)}`;
  }

  function claimExternalId(externalId: string, viewId: string): void {
    if (externalId === '') return;
    const holder = byExternalId.get(externalId);
    if (holder !== undefined && holder !== viewId) throw new ApiError('duplicate_external_id');
    byExternalId.set(externalId, viewId);
  }

  /** Fills `view` from what the app sent, keeping what the person already entered. */
  function fill(view: View, source: Json): void {
    claimExternalId(text(source['external_id']), view.id);
    if (view.external_id !== '' && view.external_id !== source['external_id'])
      byExternalId.delete(view.external_id);
    view.blocks = withIds(list(source['blocks']), () => randomHex(4));
    view.private_metadata = text(source['private_metadata']);
    view.callback_id = text(source['callback_id']);
    view.external_id = text(source['external_id']);
    view.title = isRecord(source['title']) ? source['title'] : null;
    view.submit = isRecord(source['submit']) ? source['submit'] : null;
    view.close = isRecord(source['close']) ? source['close'] : null;
    view.clear_on_close = flag(source['clear_on_close']);
    view.notify_on_close = flag(source['notify_on_close']);
    view.state = { values: stateOf(view.blocks, view.state.values) };
    view.hash = newHash();
  }

  function create(user: string, source: Json, type: View['type'], below?: View): View {
    const id = randomId('V');
    const view: View = {
      id,
      team_id: team,
      type,
      blocks: [],
      private_metadata: '',
      callback_id: '',
      external_id: '',
      state: { values: {} },
      hash: '',
      title: null,
      submit: null,
      close: null,
      clear_on_close: false,
      notify_on_close: false,
      root_view_id: below?.root_view_id ?? id,
      previous_view_id: below?.id ?? null,
      app_id: app,
      app_installed_team_id: team,
      bot_id: botId,
    };
    fill(view, source);
    byId.set(id, { view, user });
    return view;
  }

  function forget(view: View): void {
    byId.delete(view.id);
    if (view.external_id !== '') byExternalId.delete(view.external_id);
  }

  return {
    top: (user) => stacks.get(user)?.at(-1) ?? null,
    stack: (user) => stacks.get(user) ?? [],
    home: (user) => homes.get(user) ?? null,
    find: (viewId) => byId.get(viewId),
    open(user, source) {
      const json = checked(source, 'modal');
      const before = stacks.get(user) ?? [];
      const view = create(user, json, 'modal');
      before.forEach(forget);
      stacks.set(user, [view]);
      changed('view', user);
      return view;
    },
    push(user, source) {
      const json = checked(source, 'modal');
      const stack = stacks.get(user) ?? [];
      const below = stack.at(-1);
      if (!below) throw new ApiError('not_found');
      if (stack.length >= deepest) throw new ApiError('push_limit_reached');
      const view = create(user, json, 'modal', below);
      stack.push(view);
      changed('view', user);
      return view;
    },
    update({ viewId, externalId, hash }, source) {
      const id = viewId ?? byExternalId.get(externalId ?? '') ?? '';
      const found = byId.get(id);
      if (!found) throw new ApiError('not_found');
      if (hash !== undefined && hash !== found.view.hash) throw new ApiError('hash_conflict');
      fill(found.view, checked(source, found.view.type));
      changed(found.view.type === 'home' ? 'home' : 'view', found.user);
      return found.view;
    },
    publish(user, source, hash) {
      if (!homeTab) throw new ApiError('not_enabled');
      const json = checked(source, 'home');
      const before = homes.get(user);
      if (hash !== undefined && before && hash !== before.hash) throw new ApiError('hash_conflict');
      const view = before ?? create(user, json, 'home');
      if (before) fill(before, json);
      homes.set(user, view);
      changed('home', user);
      return view;
    },
    close(user, viewId, clear) {
      const stack = stacks.get(user) ?? [];
      const index = stack.findIndex((view) => view.id === viewId);
      if (index < 0) return [];
      const closed = clear ? stack.splice(0) : stack.splice(index);
      closed.forEach(forget);
      changed('view', user);
      return closed;
    },
    setState(viewId, values) {
      const found = byId.get(viewId);
      if (found) found.view.state = { values };
    },
  };
}
