/**
 * `cauce assess`: what sense understands of messages, one JSON object a line in and one a line out.
 *
 *     {"id": "1", "text": "me quiere matar"}
 *     {"id": "1", "intent": "sos", "risk": "imminent", "risk_score": 0.99, "language": "es-CL", "sheet": null, …}
 */
import { z } from 'zod';
import { createSenses } from '../../flows/sense/sense.js';
import { readTrained } from '../sense/trained.js';
import { textOf } from '../utf8.js';
import { type Command, UsageError } from './command.js';
import { PROTOCOL_OPTION, protocolOf } from './sensing.js';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export const assessCommand: Command = {
  name: 'assess',
  about: 'Dice qué se entiende de cada mensaje: intención, riesgo, idioma, ficha, y por qué.',
  usage: '[--protocol DIR] < messages.jsonl',
  example: `echo '{"id": "1", "text": "me quiere matar"}' | npx cauce assess`,
  options: PROTOCOL_OPTION,
  arguments: { least: 0, most: 0 },
  async run(args, io) {
    const { lexicon, sheets } = protocolOf(args, io);
    const senses = createSenses(readTrained(io.root), lexicon, sheets);
    let number = 0;
    for await (const bytes of linesOf(io.stdin)) {
      number++;
      const line = wordsOf(bytes, number);
      if (line.trim() === '') continue;
      const { id, text } = messageOf(line, number);
      const { intent, risk, chance, language, sheet, confidence, evidence } = senses.read(text, {
        violence: true,
        inEmergency: false,
      });
      io.out(
        JSON.stringify({
          id,
          intent,
          risk,
          risk_score: rounded(chance),
          language,
          sheet,
          confidence: rounded(confidence),
          evidence,
        }),
      );
    }
    return 0;
  },
};

/** Shown with what is wrong: the lines before it were answered, and none after it is read. */
const FORM = `Cada línea de la entrada es un mensaje en JSON, como
  {"id": "1", "text": "me quiere matar"}`;

const NEWLINE = 0x0a;

/** As bytes: what is no text is seen only before it is decoded. */
async function* linesOf(input: AsyncIterable<string | Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  for await (const chunk of input) {
    let rest = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      yield Buffer.concat([...begun, rest.subarray(0, end)]);
      begun = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) begun.push(rest);
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

function wordsOf(line: Buffer, number: number): string {
  const words = textOf(line);
  if (typeof words === 'string') return words;
  throw new UsageError(`La línea ${number} no es UTF-8. ${FORM}`);
}

function messageOf(line: string, number: number): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`La línea ${number} no es un objeto JSON. ${FORM}`);
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(`La línea ${number} no es un mensaje: ${wrongIn(value)}. ${FORM}`);
}

/** What is wrong with a line that is JSON. */
function wrongIn(value: unknown): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'no es un objeto';
  const { id, text } = value as { id?: unknown; text?: unknown };
  if (id === undefined) return 'falta id';
  if (typeof id !== 'string' && typeof id !== 'number') return 'id debe ser un texto o un número';
  return text === undefined ? 'falta text' : 'text debe ser un texto';
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
