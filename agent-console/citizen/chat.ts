/** One conversation in the page: joins what she does, what the server says and what is shown. */
import { Connection } from './connection.js';
import { Outbox } from './outbox.js';
import { Reader } from './reader.js';
import { type Kept, Session } from './session.js';
import { clock, View, type ViewParts } from './view.js';
import { newId, type Own, type Place, TEXT_MOST, type Typing, type World, type Writer } from './wire.js';
import { isLocale, type Locale, type Word, wordsIn } from './words.js';

export interface ChatParts extends Omit<ViewParts, 'say' | 'choose' | 'retry' | 'shorten'> {
  /** Beside the composer, read politely: who writes, who is typing. */
  doing: HTMLElement;
  /** Above everything: there is no connection, and what that means. */
  offline: HTMLElement;
  /** Where the page lives; the server's addresses are relative to it. */
  base: string;
  kept: Kept | null;
  world: World;
  locale: Locale;
  /** The service writes in another language than the page. */
  onLocale(locale: Locale): void;
  onBegun(): void;
  /** Another conversation begins, because hers was erased: nothing of it goes on. */
  onAnew(): void;
  /** A text that did not fit goes back where she writes; false, and nothing done, while she writes something else there and did not ask for it. */
  giveBack(text: string, asked: boolean): boolean;
  /** She called for help, or a person has her: where she is matters now. */
  onPerson(): void;
}

/** A person who stops typing is not told as typing for longer than this. */
const TYPING_MS = 6_000;
const TOO_LONG = 413;

export class Chat {
  readonly #parts: ChatParts;
  readonly #session: Session;
  readonly #outbox: Outbox;
  readonly #reader: Reader;
  readonly #view: View;
  readonly #connection: Connection;
  #say: ViewParts['say'];
  #locale: Locale;
  /** The page's language is news to the service: at the beginning, and after she changed it. */
  #chose = true;
  /** What the service wrote in last. */
  #theirs = 'es';
  #writer: Writer = { kind: 'bot' };
  #typing: { who: Typing; cancel(): void } | null = null;
  #offlineSince: number | null = null;
  #notice = '';

  constructor(parts: ChatParts) {
    const { world, base } = parts;
    this.#parts = parts;
    this.#locale = parts.locale;
    this.#say = wordsIn(parts.locale);
    this.#session = new Session(world, base, parts.kept);
    this.#view = new View({
      ...parts,
      say: this.#say,
      choose: label => this.send(label),
      retry: own => this.#again(own),
      shorten: own => this.#shorten(own, true),
    });
    this.#connection = new Connection(world, since => this.#offline(since));
    const reached = (yes: boolean, urgent = false): void => this.#connection.reached(yes, urgent);
    this.#outbox = new Outbox(world, base, this.#session, {
      state: (id, state, why) => {
        this.#view.state(id, state, why === TOO_LONG);
        if (state === 'failed') this.#failed(this.#view.own(id), why === TOO_LONG);
        if (state === 'kept') this.#tell(this.#say('kept'));
        if (state === 'stored' || state === 'kept') void this.#reader.start();
      },
      reached,
      limited: () => this.#tell(this.#say('limited')),
    });
    this.#reader = new Reader(world, base, this.#session, {
      line: line => {
        if (line.direction === 'out') this.#typed(null);
        // What was kept is read now.
        if (this.#view.line(line) === 'kept') this.#tell('');
        this.#parts.onBegun();
        if (line.direction === 'out') this.#follow(line.locale);
      },
      anew: () => {
        this.#view.clear();
        this.#parts.onAnew();
      },
      writer: writer => {
        this.#writer = writer;
        if (writer.removed) this.#view.remove(writer.removed);
        if (writer.kind !== 'bot') this.#parts.onPerson();
        this.#doing();
      },
      typing: typing => this.#typed(typing),
      reached,
    });
  }

  /** Goes on with the conversation of this tab, if it has one. */
  resume(): void {
    if (!this.#session.token) return;
    this.#chose = false;
    void this.#reader.start();
  }

  send(text: string, { sos = false, place, file }: { sos?: boolean; place?: Place; file?: Blob } = {}): void {
    if (text.trim() === '') return;
    const own: Own = {
      id: newId(),
      text,
      sos,
      ...(place ? { place } : {}),
      ...(file ? { file } : {}),
      locale: this.#locale,
      chose: this.#chose,
      at: this.#parts.world.now(),
    };
    this.#chose = false;
    this.#tell('');
    this.#view.put(own);
    this.#outbox.send(own);
    this.#parts.onBegun();
    if (sos) this.#parts.onPerson();
  }

  /** What the page could not do, in place of a message. */
  cannot(word: Word): void {
    this.#tell(this.#say(word));
  }

  /** @param chosen by her, and not because the service writes in it */
  speak(locale: Locale, chosen: boolean): void {
    this.#locale = locale;
    if (chosen) this.#chose = true;
    this.#say = wordsIn(locale);
    this.#view.relabel(this.#say);
    this.#banner();
    this.#doing();
  }

  /** She came back, or the network did. */
  hurry(): void {
    this.#session.stayed();
    this.#outbox.hurry();
    this.#reader.hurry();
  }

  cut(): void {
    this.#connection.cut();
  }

  closing(): void {
    this.#session.closing();
  }

  /** The quick exit: nothing of this stays here. */
  forget(): void {
    this.#session.drop();
    this.#outbox.close();
    this.#reader.close();
    this.#view.clear();
  }

  /** The service begins in its own language; when it changes, it is because of what she wrote, and the page goes along. */
  #follow(locale: string): void {
    if (locale === this.#theirs) return;
    this.#theirs = locale;
    if (isLocale(locale)) this.#parts.onLocale(locale);
  }

  #again(own: Own): void {
    this.#tell('');
    this.#outbox.send(own);
  }

  #failed(own: Own | null, tooLong: boolean): void {
    if (!own) return;
    if (own.file) this.#tell(this.#say(tooLong ? 'file.long' : 'file.failed'));
    else if (!tooLong) this.#tell(this.#say('failed.other'));
    else if (!this.#shorten(own, false)) this.#tell(this.#say('failed.long.kept', this.#lengthOf(own)));
  }

  /** What is too long as it is leaves the conversation for the field: nowhere twice, and nowhere not at all. */
  #shorten(own: Own, asked: boolean): boolean {
    if (!this.#parts.giveBack(own.text, asked)) return false;
    this.#view.drop(own.id);
    this.#tell(this.#say('failed.long', this.#lengthOf(own)));
    return true;
  }

  #lengthOf({ text }: Own): { has: string; most: string } {
    const figure = new Intl.NumberFormat(this.#locale);
    return { has: figure.format([...text].length), most: figure.format(TEXT_MOST) };
  }

  #offline(since: number | null): void {
    this.#offlineSince = since;
    this.#banner();
    this.#doing();
  }

  #tell(notice: string): void {
    this.#notice = notice;
    this.#banner();
  }

  #banner(): void {
    const offline = this.#offlineSince === null ? '' : this.#say('offline', { time: clock(this.#offlineSince) });
    this.#parts.offline.textContent = [offline, this.#notice].filter(Boolean).join(' ');
  }

  #typed(typing: Typing | null): void {
    this.#typing?.cancel();
    this.#typing = typing && { who: typing, cancel: this.#parts.world.later(TYPING_MS, () => this.#typed(null)) };
    this.#doing();
  }

  #doing(): void {
    const { kind, name, quiet } = this.#writer;
    const typing = this.#typing?.who;
    const writes =
      typing && (typing.name ? this.#say('doing.typing', { name: typing.name }) : this.#say('doing.typing.bot'));
    // While somebody may be reading beside her, nothing here says that a person waits for her words.
    const waits = quiet
      ? ''
      : kind === 'queue'
        ? this.#say('writer.queue')
        : kind === 'person'
          ? this.#say('writer.person', { name: name ?? '' })
          : '';
    // Without a connection nothing of this is known.
    const text = this.#offlineSince === null ? (writes ?? waits) : '';
    // Told again only when it changed: a screen reader would read it each time.
    if (this.#parts.doing.textContent !== text) this.#parts.doing.textContent = text;
  }
}
