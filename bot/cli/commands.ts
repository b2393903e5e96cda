/** All commands, in the order in which `npx cauce` lists them. */
import type { Command } from './command.js';
import { demoCommand } from './demo.js';
import { doctorCommand } from './doctor.js';
import { startCommand } from './start.js';
import { userCommand } from './user.js';

export const COMMANDS: readonly Command[] = [startCommand, doctorCommand, demoCommand, userCommand];
