/** The bot, as the page names it. */

export const botUser = { id: 'UBOT', name: 'Gentle Nudge' };
