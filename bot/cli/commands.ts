/** All commands, in the order in which `npx cauce` lists them. */
import type { Command } from './command.js';
import { benchCommand } from './bench.js';
import { assessCommand } from './assess.js';
import { evalCommand } from './eval.js';
import { trainCommand } from './train.js';
import { restoreCommand } from './restore.js';
import { simulateCommand } from './simulate.js';
import { rebuildCommand } from './rebuild.js';
import { rotateKeysCommand } from './rotate-keys.js';
import { exportCommand } from './export.js';
import { eraseCommand } from './erase.js';
import { holdCommand } from './hold.js';
import { backupCommand } from './backup.js';
import { demoCommand } from './demo.js';
import { doctorCommand } from './doctor.js';
import { startCommand } from './start.js';
import { oncallCommand } from './oncall.js';
import { userCommand } from './user.js';
import { verifyCommand } from './verify.js';

export const COMMANDS: readonly Command[] = [
  startCommand,
  doctorCommand,
  verifyCommand,
  simulateCommand,
  demoCommand,
  userCommand,
  oncallCommand,
  exportCommand,
  eraseCommand,
  holdCommand,
  backupCommand,
  restoreCommand,
  rebuildCommand,
  rotateKeysCommand,
  assessCommand,
  trainCommand,
  evalCommand,
  benchCommand,
];
