/**
 * What is wrong in the files of a protocol beyond what reading them finds: texts, labels, guideline, directory, words of
 * SOS. No search is needed for it, so it is told first, and all at once, each at its place.
 */
import { z } from 'zod';
import { type Protocol, type SourceFile, sheetSchema } from '../protocol.js';
import { Documents, type Problem } from '../protocol/documents.js';
import { kindOf, stepKinds } from '../steps/index.js';
import type { Fault } from './property.js';
import { PROPERTIES } from './verify.js';

/** Its message says what would be right, also where `expected` does not. */
export interface Stated extends Omit<Problem, 'expected'> {
  property: string;
  expected?: string;
}

/** @param files those that the protocol was read from */
export function statedFaults(protocol: Protocol, files: readonly SourceFile[]): Stated[] {
  const found = PROPERTIES.flatMap(({ name, faults }) => (faults?.(protocol) ?? []).map(fault => ({ name, fault })));
  if (found.length === 0) return [];
  const placed = placesOf(files);
  return found.map(({ name, fault }) => ({
    ...placed(fault),
    property: name,
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
  }));
}

/** Files are looked into only where something is wrong. */
function placesOf(files: readonly SourceFile[]): (fault: Fault) => Omit<Stated, 'property'> {
  const docs = new Documents(files);
  docs.steps(
    'steps/',
    step => kindOf(step),
    stepKinds.map(k => k.kind),
  );
  const sheets = docs.many('sheets/', z.array(sheetSchema));
  const named = (file: string): string =>
    files.find(({ path }) => path === file || path === file.replace(/\.yaml$/, '.yml'))?.path ?? file;
  return ({ file, path, why }) => {
    if (file === 'sheets/') {
      const [id] = path;
      const at = sheets.find(({ value }) => value.some(sheet => sheet.id === id));
      const place = [String(at?.value.findIndex(sheet => sheet.id === id) ?? '')];
      return { ...docs.place(at?.path ?? file, place), message: why };
    }
    return { ...docs.place(named(file), path), message: why };
  };
}
