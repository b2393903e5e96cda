/** All commands, in the order in which `npx cauce` lists them. */
import type { Command } from './command.js';

export const COMMANDS: readonly Command[] = [];
