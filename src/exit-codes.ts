/** What the process says with its last breath, to whoever started it; the README has the table. The numbers follow sysexits.h. */
export const EXIT = {
  ok: 0,
  broken: 1,
  usage: 64,
  portTaken: 69,
  standstill: 70,
  folder: 73,
  database: 75,
  slack: 77,
  config: 78,
} as const;
