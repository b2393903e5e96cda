/** A MongoDB server for tests: one that a person names, or the one that `npm test` starts. Never MONGODB_URI. */
import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { openMongoStore } from '../../bot/store/mongo/mongo.js';
import type { Place } from './entries.js';

export const mongoUri = process.env.TEST_MONGODB_URI ?? process.env.CAUCE_TEST_MONGODB_URI;

/** Where there is no server: a machine of ours says so, and CI fails. */
export const withoutMongo = mongoUri === undefined && process.env.CI !== 'true';

/** A database of its own, dropped afterwards. */
export function mongoPlace(): Place & { uri: string; database: string } {
  if (mongoUri === undefined) throw new Error('no MongoDB server to test with: run npm test, or set TEST_MONGODB_URI');
  const uri = mongoUri;
  const database = `cauce_test_${randomBytes(6).toString('hex')}`;
  return {
    uri,
    database,
    shared: true,
    open: () => openMongoStore(uri, { database }),
    async drop() {
      const client = new MongoClient(uri);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}
