/**
 * Another system that brings messages, as the contract of the HTTP channel asks of it: those of a conversation one after
 * the other, each one again with the same id until it is answered. It remembers every answer it was given.
 */
import { eventually } from './eventually.js';
import { TOKEN } from './process.js';

export interface Reply {
  seq: number;
  author: string;
  text: string;
}

export interface Answer {
  seq: number;
  replies: Reply[];
  spooled?: true;
}

export interface ShownLine extends Reply {
  direction: 'in' | 'out';
  id: string;
}

/** What they write; the service is asked about nothing in particular. */
const TEXTS = ['hola', 'necesito información de un trámite', '1', 'no sé qué hacer', 'gracias'];

/** A service that is killed again and again takes messages in between. */
export const PATIENCE_MS = 900_000;
/**
 * Between two tries, as the contract asks (Retry-After: 2) and a little quicker. Asked again at once, a service whose
 * store is slow would do nothing but refuse.
 */
const AGAIN_MS = 1_000;

export class Gateway {
  /** By conversation, then by message. */
  readonly answers = new Map<string, Answer[]>();
  acknowledged = 0;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Plays so many conversations of so many messages, `atOnce` of them side by side. */
  async plays(conversations: number, messages: number, atOnce: number): Promise<void> {
    let next = 0;
    const play = async (): Promise<void> => {
      for (let i = next++; i < conversations; i = next++) {
        for (let m = 0; m < messages; m++) await this.#brings(`c${i}`, m);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, play));
  }

  /** One try. Status 0 when the service is not there, or went away before it answered. */
  async posts(
    conversation: string,
    m: number,
    text = TEXTS[m % TEXTS.length]!,
  ): Promise<{ status: number; retryAfter: string | null; answer: Answer }> {
    try {
      const response = await fetch(`${this.#url}/channels/http/messages?reply=wait`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ conversation, id: idOf(m), text }),
      });
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, retryAfter, answer: (await response.json()) as Answer };
    } catch {
      return { status: 0, retryAfter: null, answer: { seq: 0, replies: [] } };
    }
  }

  /** Asked again while the store is too busy to be read. */
  async lines(conversation: string): Promise<ShownLine[]> {
    let messages: ShownLine[] = [];
    await eventually(`the lines of ${conversation} are given`, PATIENCE_MS, async () => {
      const response = await fetch(`${this.#url}/channels/http/conversations/${conversation}/messages?after=0`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      const body = (await response.json()) as { messages: ShownLine[] };
      if (response.status === 200) messages = body.messages;
      else if (response.status !== 503) throw new Error(`the lines of ${conversation} got ${response.status}`);
      return response.status === 200;
    });
    return messages;
  }

  /** The stored answer to an id that came before, also where the store is slow to give it. */
  async answered(conversation: string, m: number): Promise<Answer> {
    let found: Answer | null = null;
    await eventually(`message ${m} of ${conversation} is answered again`, PATIENCE_MS, async () => {
      const { status, answer } = await this.posts(conversation, m);
      if (status === 200) found = answer;
      return status === 200;
    });
    return found!;
  }

  /** The status that other words get under an id that came before, asked again while there is none. */
  async refused(conversation: string, m: number, text: string): Promise<number> {
    let last = 0;
    await eventually(`message ${m} of ${conversation} is refused`, PATIENCE_MS, async () => {
      last = (await this.posts(conversation, m, text)).status;
      return last !== 503 && last !== 429;
    });
    return last;
  }

  async #brings(conversation: string, m: number): Promise<void> {
    const statuses = new Map<number, number>();
    const taken = async (): Promise<boolean> => {
      const { status, answer } = await this.posts(conversation, m);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // 202: it waits in the spool, and is answered once the store is back; 429: it was asked for too often meanwhile.
      if (![0, 200, 202, 429, 503].includes(status)) throw new Error(`message ${m} of ${conversation} got ${status}`);
      if (status !== 200) return false;
      this.answers.set(conversation, [...(this.answers.get(conversation) ?? []), answer]);
      this.acknowledged++;
      return true;
    };
    try {
      await eventually(`message ${m} of ${conversation} is answered`, PATIENCE_MS, taken, AGAIN_MS);
    } catch (error) {
      throw new Error(`${(error as Error).message}; answers by status: ${JSON.stringify([...statuses])}`, {
        cause: error,
      });
    }
  }
}

export const idOf = (m: number): string => `m${m}`;
