/** Reads an event stream over real HTTP, as a page would. */

/** An open stream, read event by event. */
export class Events {
  static async open(url: string, headers: Record<string, string>): Promise<Events> {
    const abort = new AbortController();
    return new Events(await fetch(url, { headers, signal: abort.signal }), abort);
  }
  readonly response: Response;
  readonly #abort: AbortController;
  readonly #reader;
  #text = '';

  constructor(response: Response, abort: AbortController) {
    this.response = response;
    this.#abort = abort;
    this.#reader = response.body!.getReader();
  }

  /** The next event; pings are left out. Null when the stream ended. */
  async next(): Promise<{ id: number | null; name: string; data: Record<string, unknown> } | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await this.#reader.read();
        if (done) return null;
        this.#text += Buffer.from(value).toString();
        continue;
      }
      const block = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 2);
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const data = field('data');
      if (data === undefined) continue;
      return {
        id: field('id') === undefined ? null : Number(field('id')),
        name: field('event')!,
        data: JSON.parse(data) as Record<string, unknown>,
      };
    }
  }

  /** Texts of the next lines, up to this many. */
  async lines(count: number): Promise<unknown[]> {
    const found: unknown[] = [];
    while (found.length < count) {
      const event = await this.next();
      if (!event) break;
      if (event.name === 'line') found.push(event.data['text']);
    }
    return found;
  }

  leave(): void {
    this.#abort.abort();
  }
}
