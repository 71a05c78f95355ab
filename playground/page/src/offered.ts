export interface Command {
  name: string;
  does: string;
  hint: string;
}

export interface Shortcut {
  id: string;
  name: string;
  does: string;
  on: 'global' | 'message';
}

/** Written in by the build from manifest.yml. */
declare const __OFFERED__: { commands: Command[]; shortcuts: Shortcut[] };

export const { commands, shortcuts } = __OFFERED__;
