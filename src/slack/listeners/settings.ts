import type { App } from '@slack/bolt';
import { suggestPlace } from '../../domain/holidays';
import { readSettings, settingsView } from '../forms/settings';
import { ACTIONS } from '../kit/ids';
import { onAction } from './edge';
import type { Desk } from './turn';

/** The settings in App Home. */
export function registerSettings(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.open_settings, async (turn) => {
    await turn.openModal(({ actor: { member }, words }) =>
      settingsView(words, { settings: member, suggested: suggestPlace(member.zone)?.country ?? null }),
    );
  });

  onAction(app, desk, ACTIONS.settings_country, async (turn, _value, { view }) => {
    if (!view) return;
    const settings = { ...readSettings(view.state.values), holidayRegion: null };
    await turn.updateModal(view.id, ({ words }) => settingsView(words, { settings }));
  });
}
