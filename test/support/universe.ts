/**
 * A protocol, its compiled machine and a clock that stands still: all that a test of a conversation needs.
 *
 *     const talk = universe().talk();
 *     talk.says('hola');
 *     talk.passes('3m');
 */
import { type Compiled, compile } from '../../flows/compile.js';
import { parseProtocol, type Problem, type Protocol, type SourceFile } from '../../flows/protocol.js';
import { ScriptedSenses } from './senses.js';
import { shippedProtocol } from './shipped.js';
import { Talk } from './talk.js';
import { VirtualClock } from './virtual-clock.js';

export interface Universe {
  protocol: Protocol;
  compiled: Compiled;
  clock: VirtualClock;
  senses: ScriptedSenses;
  /** A conversation in which nothing has happened. */
  talk(): Talk;
}

/** @param files of the protocol; the shipped WhatsApp Mujer unless told. Throws with every problem found in them. */
export function universe(files: readonly SourceFile[] = shippedProtocol()): Universe {
  const parsed = parseProtocol(files, 'hash-of-the-test');
  if ('problems' in parsed) throw new Error(parsed.problems.map(inWords).join('\n'));
  const compiled = compile(parsed.protocol);
  const clock = new VirtualClock();
  const senses = new ScriptedSenses();
  return { protocol: parsed.protocol, compiled, clock, senses, talk: () => new Talk(compiled, senses, clock) };
}

const inWords = ({ file, line, column, message }: Problem): string => `${file}:${line}:${column}: ${message}`;
