/** The bearer token of the HTTP channel: the configured one, or one made at the first start and kept beside the keys. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config.js';

/** `made`: it is new, and may be shown once. Throws ConfigError when others can read the file. */
export function httpToken(folder: string, configured: string | null): { token: string; made: boolean } {
  if (configured) return { token: configured, made: false };
  const file = path.join(folder, 'keys', 'http-token');
  if (existsSync(file)) {
    if ((statSync(file).mode & 0o077) !== 0)
      throw new ConfigError(`Otros pueden leer ${file}: ejecute chmod 600 ${file}, o dé CAUCE_HTTP_TOKEN.`);
    return { token: readFileSync(file, 'utf8').trim(), made: false };
  }
  const token = randomBytes(24).toString('base64url');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return { token, made: true };
}
