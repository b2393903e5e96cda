/** The files of the protocol that ships, as the shell reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../flows/protocol.js';

const folder = path.join(import.meta.dirname, '../../protocols/whatsapp-mujer');

export const shippedProtocol = (): SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => ({ path: file.split(path.sep).join('/'), text: readFileSync(path.join(folder, file), 'utf8') }));
