/** Where the house stands: the folder of package.json, whatever depth this file was built to. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export const ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('no package.json above this file');
  return rootAbove(parent);
}
