/**
 * The conversation as she sees it: an article per message, in the order of the log, with what is still on its way at the
 * end. Every text goes in as text, never as markup. No mark ever says that somebody looked.
 */
import type { OwnState } from './outbox.js';
import type { Line, Own } from './wire.js';
import { isLocale, type Word, wordsIn } from './words.js';

interface Item {
  article: HTMLElement;
  author: Line['author'];
  name?: string;
  at: number;
  unreviewed: boolean;
  /** Of hers only. */
  state: OwnState | null;
  /** What may be sent again. */
  own: Own | null;
  again: HTMLElement | null;
  /** It would be refused again as it is, however often it is sent. */
  tooLong: boolean;
  /** Its place in the log, once it is there. */
  seq: number | null;
}

export interface ViewParts {
  document: Document;
  log: HTMLElement;
  /** What scrolls. */
  scroll: HTMLElement;
  say: ReturnType<typeof wordsIn>;
  choose(label: string): void;
  retry(own: Own): void;
  shorten(own: Own): void;
}

/** Nearer to the end than this and new lines scroll into view; above, they do not move what she reads. */
const NEAR_PX = 80;
const STATES: Record<OwnState, Word> = {
  waiting: 'state.waiting',
  sending: 'state.sending',
  kept: 'state.kept',
  stored: 'state.stored',
  failed: 'state.failed',
};

export class View {
  readonly #parts: ViewParts;
  readonly #items = new Map<string, Item>();
  #choices: HTMLElement | null = null;
  #pending: string[] = [];

  /** At the end of the conversation, where what comes is followed. */
  #atEnd = true;
  /** How far down she was when that was last looked at. */
  #top = 0;
  /** Her calls for help that the log has not; once one is there, what answers it is shown wherever she was reading. */
  readonly #calls = new Set<string>();
  #answerDue = false;

  constructor(parts: ViewParts) {
    this.#parts = parts;
    const { scroll } = parts;
    scroll.addEventListener('scroll', () => this.#look());
    // The keyboard opens, a notice appears: what she was reading last stays in sight.
    const sizes = new ResizeObserver(() => this.#follow());
    for (const part of [scroll, ...scroll.children]) sizes.observe(part);
  }

  get empty(): boolean {
    return this.#items.size === 0;
  }

  /** What she just wrote, at the end, until the log says where it belongs. */
  put(own: Own): void {
    this.#dropChoices();
    const item = this.#add(own.id, { author: 'citizen', text: own.text, at: own.at, locale: own.locale, own });
    this.#pending.push(own.id);
    if (own.sos) this.#calls.add(own.id);
    this.#parts.log.append(item.article);
    this.#toEnd();
  }

  /** What she wrote under this id, as long as it is here. */
  own(id: string): Own | null {
    return this.#items.get(id)?.own ?? null;
  }

  /** It goes back to her: here it never was. */
  drop(id: string): void {
    this.#items.get(id)?.article.remove();
    this.#items.delete(id);
    this.#pending = this.#pending.filter(one => one !== id);
  }

  state(id: string, state: OwnState, tooLong = false): void {
    const item = this.#items.get(id);
    // The log already has it: an answer that comes late cannot say less.
    if (!item || item.state === 'stored') return;
    item.state = state;
    item.tooLong = tooLong;
    this.#label(item);
  }

  /** A line of the log: hers takes the place where it was stored. Returns how it was shown before. */
  line(line: Line): OwnState | null {
    const known = this.#items.get(line.id);
    if (known && !this.#pending.includes(line.id)) return null;
    const before = known?.state ?? null;
    this.#pending = this.#pending.filter(id => id !== line.id);
    const item = known ?? this.#add(line.id, line);
    item.seq = line.seq;
    if (line.direction === 'in') {
      this.#dropChoices();
      item.state = 'stored';
      item.at = line.at;
      this.#label(item);
    }
    const pending = this.#items.get(this.#pending[0] ?? '')?.article ?? null;
    if (item.article.nextSibling !== pending || !item.article.isConnected)
      this.#parts.log.insertBefore(item.article, pending);
    if (line.choices && this.#pending.length === 0) this.#offer(item.article, line);
    if (this.#calls.delete(line.id)) this.#answerDue = true;
    if (line.direction === 'out' && this.#answerDue) {
      this.#answerDue = false;
      this.#toEnd();
    } else this.#follow();
    return before;
  }

  /** In another language: who writes, states and times; never what was said. */
  relabel(say: ViewParts['say']): void {
    this.#parts.say = say;
    for (const item of this.#items.values()) this.#label(item);
  }

  /** All lines up to this one leave her screen; what is still on its way stays. */
  remove(upTo: number): void {
    for (const [id, { seq, article }] of this.#items) {
      if (seq === null || seq > upTo) continue;
      article.remove();
      this.#items.delete(id);
    }
  }

  clear(): void {
    this.#items.clear();
    this.#calls.clear();
    this.#parts.log.replaceChildren();
  }

  #add(id: string, said: Pick<Line, 'author' | 'text' | 'at' | 'locale'> & Partial<Line> & { own?: Own }): Item {
    const article = this.#element('article');
    // A screen reader reads what comes; her own words she knows.
    if (said.author === 'citizen') article.setAttribute('aria-live', 'off');
    const text = this.#element('p', 'said');
    text.lang = said.locale;
    text.textContent = said.file && said.text === '' ? this.#parts.say(fileWord(said.file)) : said.text;
    article.append(this.#element('p', 'who'), text);
    const item: Item = {
      article,
      author: said.author,
      ...(said.name ? { name: said.name } : {}),
      at: said.at,
      unreviewed: said.unreviewed === true,
      state: said.own ? 'waiting' : null,
      own: said.own ?? null,
      again: null,
      tooLong: false,
      seq: null,
    };
    this.#items.set(id, item);
    this.#label(item);
    return item;
  }

  #label(item: Item): void {
    const { say } = this.#parts;
    const { article, author, name, at, state, own } = item;
    article.dataset['author'] = author;
    if (state) article.dataset['state'] = state;
    const who = article.firstElementChild as HTMLElement;
    const time = this.#element('time');
    time.dateTime = new Date(at).toISOString();
    time.textContent = clock(at);
    const whose =
      author === 'executive'
        ? name
          ? say('author.executive', { name })
          : say('author.someone')
        : say(`author.${author}`);
    who.replaceChildren(`${whose} · `, time, ...(state ? [` · ${say(STATES[state])}`] : []));
    if (item.unreviewed) {
      const tag = this.#element('span', 'tag');
      tag.textContent = say('unreviewed');
      who.append(' ', tag);
    }
    item.again?.remove();
    // The same file would be refused again, however often it is sent.
    item.again = state === 'failed' && own && !own.file ? this.#againButton(own, item.tooLong) : null;
    if (item.again) article.append(item.again);
  }

  #againButton(own: Own, tooLong: boolean): HTMLElement {
    const button = this.#element('button');
    button.type = 'button';
    button.textContent = this.#parts.say(tooLong ? 'shorten' : 'retry');
    button.addEventListener('click', () => (tooLong ? this.#parts.shorten(own) : this.#parts.retry(own)));
    return button;
  }

  #offer(article: HTMLElement, line: Line): void {
    this.#dropChoices();
    const group = this.#element('div', 'choices');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', this.#parts.say('choices'));
    for (const label of labelsOf(line)) {
      const button = this.#element('button');
      button.type = 'button';
      button.lang = line.locale;
      button.textContent = label;
      button.addEventListener('click', () => {
        // The button goes away under the focus: the conversation takes it, and no keyboard opens over it.
        this.#parts.log.focus({ preventScroll: true });
        this.#parts.choose(label);
      });
      group.append(button);
    }
    article.append(group);
    this.#choices = group;
  }

  /** Answered, by a button or in her words. */
  #dropChoices(): void {
    this.#choices?.remove();
    this.#choices = null;
  }

  #follow(): void {
    this.#look();
    if (this.#atEnd && !this.empty) this.#toEnd();
  }

  /**
   * Whether she is at the end. New lines, a notice or the keyboard move the end away from her, and she stays where she was:
   * only she herself goes up. It is looked at before every move as well, for a line may come before the browser tells of her scroll.
   */
  #look(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#parts.scroll;
    if (scrollHeight - scrollTop - clientHeight < NEAR_PX) this.#atEnd = true;
    else if (scrollTop < this.#top) this.#atEnd = false;
    this.#top = scrollTop;
  }

  #toEnd(): void {
    const { scroll } = this.#parts;
    this.#atEnd = true;
    scroll.scrollTop = scroll.scrollHeight;
    this.#top = scroll.scrollTop;
  }

  #element<K extends keyof HTMLElementTagNameMap>(name: K, className = ''): HTMLElementTagNameMap[K] {
    const element = this.#parts.document.createElement(name);
    if (className) element.className = className;
    return element;
  }
}

/** What she sent is named, and never shown: whoever looks at her screen shall not see it. */
const fileWord = (file: string): Word =>
  file === 'image' ? 'file.image' : file === 'audio' ? 'file.audio' : 'file.other';

/** A yes or a no may be more than she knows: a third button says so, in the language of the question. */
function labelsOf({ choices = [], locale }: Line): string[] {
  const labels = choices.map(({ label }) => label);
  const isYesOrNo = choices.length === 2 && choices[0]!.id === 'yes' && choices[1]!.id === 'no';
  return isYesOrNo && isLocale(locale) ? [...labels, wordsIn(locale)('unsure')] : labels;
}

/** On her own clock: 03:14. */
export function clock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map(part => String(part).padStart(2, '0')).join(':');
}
