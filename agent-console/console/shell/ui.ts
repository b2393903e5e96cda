/**
 * What the screen is showing, apart from data: which page, which panel, which dialog. Kept in the address where it
 * survives a reload (page and conversation, both without a name).
 */
import { Store } from '../live/store.js';

export const PAGES = ['desk', 'appointments', 'archive', 'drills', 'handover'] as const;
export type Page = (typeof PAGES)[number];
/** At 390 px one of these is on the screen at a time. */
export type Tab = 'queue' | 'chat' | 'facts' | 'more';

/** An hour that somebody has. */
export interface Hour {
  conversation: string;
  name: string;
  startsAt: number;
}

export type Dialog =
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'drill-start' | 'drill-end' }
  | { kind: 'book'; startsAt: number }
  | { kind: 'unbook'; hour: Hour }
  | { kind: 'release' | 'end' | 'close' | 'transfer' | 'takeover' | 'discard' | 'unblock'; conversation: string }
  | { kind: 'raise' | 'lower' | 'safe-contact'; conversation: string }
  | { kind: 'annotate' | 'contest'; conversation: string; item: string };

export interface Place {
  page: Page;
  conversation: string | null;
}

export class Ui {
  readonly place = new Store<Place>({ page: 'desk', conversation: null });
  readonly tab = new Store<Tab>('queue');
  readonly dialog = new Store<Dialog | null>(null);
  /** The facts panel where it is not a column; null: open only when the risk asks for it. */
  readonly facts = new Store<boolean | null>(null);
  /** What is being written: for her, or for the team. */
  readonly composer = new Store<'reply' | 'note'>('reply');
  readonly exactTimes = new Store(false);
  /** The emergency beside which the queue is wanted in place of the workspace; null: none. */
  readonly queueBeside = new Store<string | null>(null);
  /** The conversation whose composer is to have the focus as soon as it is there. */
  readonly writing = new Store<string | null>(null);

  /** The conversation whose first line is to have the focus as soon as it is there. */
  readonly looking = new Store<string | null>(null);

  /** The line of a conversation that a link points at, until it is on the screen. */
  readonly pointed = new Store<{ conversation: string; line: string } | null>(null);

  /** The hour for which another one is looked for among the appointments. */
  readonly moving = new Store<Hour | null>(null);

  /** To the appointments, for another hour than this one. */
  move(hour: Hour): void {
    this.moving.set(hour);
    this.go({ page: 'appointments' });
  }

  /** To a conversation, to read it first. */
  look(conversation: string): void {
    this.dialog.set(null);
    this.go({ page: 'desk', conversation });
    this.tab.set('chat');
    this.looking.set(conversation);
  }

  /** To the composer of a conversation, for an answer or a note. */
  write(conversation: string, kind: 'reply' | 'note' = 'reply'): void {
    this.go({ page: 'desk', conversation });
    this.tab.set('chat');
    this.composer.set(kind);
    this.writing.set(conversation);
  }

  go(place: Partial<Place>): void {
    if (place.conversation !== undefined && place.conversation !== this.place.get().conversation)
      this.queueBeside.set(null);
    this.place.update(now => ({ ...now, ...place }));
  }

  /** Reads the address and follows it; gives the function that stops. */
  follow(window: Window): () => void {
    const read = () => {
      const place = parse(window.location.hash);
      const line = lineIn(window.location.hash);
      this.place.set(place);
      if (place.conversation === null || line === null) return;
      this.pointed.set({ conversation: place.conversation, line });
      this.tab.set('chat');
    };
    const write = () => {
      const hash = hashOf(this.place.get());
      if (window.location.hash !== hash) window.history.pushState(null, '', hash);
    };
    read();
    const stop = this.place.subscribe(write);
    window.addEventListener('popstate', read);
    return () => {
      stop();
      window.removeEventListener('popstate', read);
    };
  }
}

const hashOf = ({ page, conversation }: Place) =>
  conversation && page === 'desk' ? `#/${page}/${encodeURIComponent(conversation)}` : `#/${page}`;

/** Of one line of a conversation: whoever opens it is asked for a reason as ever. Nothing personal is in it. */
export const linkTo = (
  conversation: string,
  line: string,
  { origin, pathname }: Pick<Location, 'origin' | 'pathname'>,
) => `${origin}${pathname}#/desk/${encodeURIComponent(conversation)}/${encodeURIComponent(line)}`;

export function lineIn(hash: string): string | null {
  const line = hash.split('/')[3];
  return line ? decodeURIComponent(line) : null;
}

function parse(hash: string): Place {
  const [, page, conversation] = hash.split('/');
  return {
    page: PAGES.find(one => one === page) ?? 'desk',
    conversation: conversation ? decodeURIComponent(conversation) : null,
  };
}
