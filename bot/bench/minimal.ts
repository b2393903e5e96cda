/**
 * What the service is measured beside: the least that can be called durable. The same HTTP module, the same SQLite with
 * the same settings and group commit; for each message one row against doubles, one snapshot, one row of an outbox, and a
 * reducer that counts. No protocol, no sense, no keys, no features.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { openDatabase } from '../store/sqlite/database.js';
import { GroupCommit } from '../store/sqlite/group-commit.js';
import type { Message } from './client.js';

interface Counted {
  seq: number;
  last: string;
}

/** Serves until its input ends. `told` gets the port. */
export function serveMinimal(folder: string, told: (port: number) => void): void {
  const db = openDatabase(path.join(folder, 'minimal.db'));
  db.exec(`
    CREATE TABLE seen (id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE snapshots (conversation TEXT NOT NULL PRIMARY KEY, snapshot TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE replies (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID`);
  const see = db.prepare('INSERT INTO seen (id, seq) VALUES (?, ?)');
  const seen = db.prepare('SELECT seq FROM seen WHERE id = ?');
  const put = db.prepare(
    'INSERT INTO snapshots (conversation, snapshot) VALUES (?, ?) ON CONFLICT (conversation) DO UPDATE SET snapshot = excluded.snapshot',
  );
  const reply = db.prepare('INSERT INTO replies (id, body) VALUES (?, ?)');
  const writes = new GroupCommit(db);
  const states = new Map<string, Counted>();

  const turn = ({ conversation, id, text }: Message): number => {
    const key = `${conversation} ${id}`;
    const known = seen.get(key) as { seq: number } | undefined;
    if (known) return known.seq;
    const state: Counted = { seq: (states.get(conversation)?.seq ?? 0) + 1, last: text };
    see.run(key, state.seq);
    put.run(conversation, JSON.stringify(state));
    reply.run(key, JSON.stringify({ conversation, seq: state.seq, text: `${state.seq}: ${text}` }));
    states.set(conversation, state);
    return state.seq;
  };

  const server = createServer((request, response) => {
    void json(request).then(async body => {
      const seq = await writes.write(() => turn(body as Message));
      const text = JSON.stringify({ seq });
      response.writeHead(202, { 'content-type': 'application/json', 'content-length': text.length }).end(text);
    });
  });
  server.listen(0, '127.0.0.1', () => told((server.address() as AddressInfo).port));
}
