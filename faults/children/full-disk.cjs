/** Loaded before everything else: while the file FAULTS_DISK exists, this process finds no room on any disk. */
'use strict';
const fs = require('node:fs');

const { existsSync } = fs;
const file = process.env.FAULTS_DISK;
for (const name of ['writeSync', 'ftruncateSync', 'fallocateSync']) {
  const write = fs[name];
  if (write === undefined) continue;
  fs[name] = (descriptor, ...given) => {
    // What the process says goes to pipes, which never fill.
    if (descriptor > 2 && existsSync(file)) {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        errno: -28,
        syscall: 'write',
      });
    }
    return write(descriptor, ...given);
  };
}
