#!/usr/bin/env node
/**
 * `npx cauce <command>`: sets up what a fresh clone lacks (saying so on standard error only), then
 * becomes the built command line, in this same process: arguments, streams, signals and exit code
 * are the command's own.
 */
import { setUp } from '../scripts/setup.mjs';

const servesTheWeb = process.argv[2] === 'start';
await setUp(servesTheWeb ? ['server', 'web'] : ['server']);

process.setSourceMapsEnabled(true);
await import(new URL('../dist/bot/cli/main.js', import.meta.url).href);
