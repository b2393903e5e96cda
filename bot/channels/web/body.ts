/**
 * The body of a request, from bytes to what its schema says. What does not fit is refused with the field's name, what was
 * found and what would be right; a name that is nearly one we know is suggested.
 */
import express, { type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { nearest } from '../../../flows/text/nearness.js';
import { Refusal } from './refusal.js';

/**
 * Largest body taken, in bytes, as it comes and unpacked: the longest text with each character escaped as two halves
 * (`\\ud83d\\ude00`, twelve bytes), and the fields beside it.
 */
export const BODY_MAX = 128 * 1_024;

/** Reads the bytes whatever their type is called; `jsonBody` reads them as JSON. */
export const rawBody = (limit = BODY_MAX): RequestHandler => express.raw({ type: () => true, limit });

/** A JSON body that fits the schema. Throws Refusal (400, 413). NUL and broken halves of characters are mended first. */
export function jsonBody<T extends z.ZodObject>(schema: T, body: Request['body']): z.infer<T> {
  return fitted(schema, parsed(body));
}

/** Any record of values, such as the query of an address, that fits the schema. Throws Refusal (400, 413). */
export function fitted<T extends z.ZodObject>(schema: T, value: unknown): z.infer<T> {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  const { issues } = found.error;
  // An unknown name explains the missing one: {txt} is told about `text`.
  const issue = issues.find(one => one.code === 'unrecognized_keys') ?? issues[0]!;
  throw refusalOf(issue, Object.keys(schema.shape));
}

function parsed(body: unknown): unknown {
  const text = Buffer.isBuffer(body) ? textOf(body) : '';
  if (text.trim() === '') throw new Refusal(400, 'The body is empty. Send a JSON object.');
  const value = readJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, `The body is ${nameOf(value)}. Send a JSON object.`);
  }
  const { text: written } = value as { text?: unknown };
  return typeof written === 'string' ? { ...value, text: mended(written) } : value;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are none would be kept as other words than the person's. */
function textOf(body: Buffer): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new Refusal(400, 'The body is not UTF-8. Send JSON in UTF-8.');
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const where = place === undefined ? 'it ends too early' : `it breaks at character ${place}`;
    throw new Refusal(400, `The body is not JSON: ${where}.`);
  }
}

function refusalOf(issue: z.core.$ZodIssue, known: readonly string[]): Refusal {
  if (issue.code === 'unrecognized_keys') {
    const field = issue.keys[0]!;
    const meant = nearest(field, known);
    return new Refusal(
      400,
      `"${shortened(field)}" is not known here. ${meant ? `Did you mean "${meant}"?` : `Known: ${known.join(', ')}.`}`,
      {
        field: shortened(field),
      },
    );
  }
  const field = issue.path.join('.');
  const tooLarge = issue.code === 'custom' && issue.params?.['status'] === 413;
  return new Refusal(tooLarge ? 413 : 400, `${field}: ${issue.message}`, { field });
}

/** What a store keeps: no NUL, and no half of a character whose other half is missing. */
export function mended(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

const shortened = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
const nameOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
