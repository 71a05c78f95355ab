export const botUser = { id: 'UBOT', name: 'Gentle Nudge' };
