/**
 * A protocol, its compiled machine and conversations with it: all that a test of what happens needs.
 *
 *     const talk = universe().talk();
 *     talk.says('hola');
 *     talk.passes('3m');
 */
import { type Compiled, compile } from '../../flows/compile.js';
import { parseProtocol, type Problem, type Protocol, type SourceFile } from '../../flows/protocol.js';
import { shippedProtocol } from './shipped.js';
import { Talk } from './talk.js';

export interface Universe {
  protocol: Protocol;
  compiled: Compiled;
  /** A conversation in which nothing has happened. */
  talk(): Talk;
}

/** @param files of the protocol; the shipped WhatsApp Mujer unless told. Throws with every problem found in them. */
export function universe(files: readonly SourceFile[] = shippedProtocol()): Universe {
  const parsed = parseProtocol(files, 'hash-of-the-test');
  if ('problems' in parsed) throw new Error(parsed.problems.map(inWords).join('\n'));
  const compiled = compile(parsed.protocol);
  return { protocol: parsed.protocol, compiled, talk: () => new Talk(compiled) };
}

const inWords = ({ file, line, column, message }: Problem): string => `${file}:${line}:${column}: ${message}`;
