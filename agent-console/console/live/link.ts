/**
 * The line to the server: one socket, what state it is in, and questions that get an answer or an honest failure.
 *
 * Under five seconds without it is "reconnecting", a word in the top bar; after that it is "offline" and every act says so.
 */
import { io, type Socket } from 'socket.io-client';
import type { Locale, ToClient, ToServer } from '../../../bot/console/contract.js';
import { Store } from './store.js';

export type LinkState =
  | { kind: 'connecting' }
  | { kind: 'online'; times: number }
  | { kind: 'reconnecting'; since: number }
  | { kind: 'offline'; since: number };

/** The answer did not come: the line was cut, or the server took too long. */
export class NoAnswer extends Error {}

export const OFFLINE_AFTER_MS = 5_000;
const ANSWER_WITHIN_MS = 10_000;
const AGAIN_AFTER_MS = 3_000;

type Question =
  | 'sync'
  | 'open'
  | 'act'
  | 'appointments'
  | 'foresee'
  | 'find'
  | 'record'
  | 'record-file'
  | 'agreed-words'
  | 'drill'
  | 'drills'
  | 'support';
type AnswerTo<Q extends Question> = Parameters<Parameters<ToServer[Q]>[1]>[0];

export class Link {
  readonly state = new Store<LinkState>({ kind: 'connecting' });
  readonly #socket: Socket<ToClient, ToServer>;
  #locale: Locale;
  #connections = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** The server refused this page. */
  onRefused: (() => void) | undefined;

  /** Does not connect yet: listeners first, then `connect`. */
  constructor(csrf: string, locale: Locale, now: () => number) {
    this.#locale = locale;
    this.#socket = io({
      path: '/console/socket',
      transports: ['websocket'],
      autoConnect: false,
      auth: { csrf, locale },
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
    });
    this.#socket.on('connect', () => {
      clearTimeout(this.#timer);
      this.state.set({ kind: 'online', times: ++this.#connections });
    });
    this.#socket.on('disconnect', reason => {
      this.#lost(now());
      // The server closed it on purpose: the library does not try again by itself.
      if (reason === 'io server disconnect') this.#socket.connect();
    });
    this.#socket.on('connect_error', () => {
      this.#lost(now());
      // It answered and said no: the session is over, or it cannot take this page now. The library does not try again.
      if (this.#socket.active) return;
      this.onRefused?.();
      this.#retry = setTimeout(() => this.#socket.connect(), AGAIN_AFTER_MS);
    });
  }

  connect(): void {
    clearTimeout(this.#retry);
    this.#socket.connect();
  }

  /** The same person signed in again. */
  renew(csrf: string): void {
    this.#socket.auth = { csrf, locale: this.#locale };
    this.connect();
  }

  /** What the server tells from now on is in this language, also after a cut. */
  speak(locale: Locale): void {
    this.#locale = locale;
    this.#socket.auth = { ...this.#socket.auth, locale };
    this.tell('language', locale);
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
  }

  on<E extends keyof ToClient>(event: E, listener: ToClient[E]): void {
    // The library's own type cannot follow a generic event name.
    (this.#socket as unknown as { on(event: string, listener: ToClient[E]): void }).on(event, listener);
  }

  /** Throws NoAnswer. What was asked may have been done all the same: ask again with the same id. */
  async ask<Q extends Question>(question: Q, payload: Parameters<ToServer[Q]>[0]): Promise<AnswerTo<Q>> {
    if (!this.#socket.connected) throw new NoAnswer(`${question}: there is no connection`);
    const socket = this.#socket.timeout(ANSWER_WITHIN_MS) as unknown as {
      emitWithAck(event: string, payload: unknown): Promise<AnswerTo<Q>>;
    };
    return socket.emitWithAck(question, payload).catch((error: Error) => {
      throw new NoAnswer(`${question}: ${error.message}`);
    });
  }

  /** Says something that needs no answer; without a line it is not said. */
  tell<E extends 'leave' | 'presence' | 'typing' | 'seen' | 'language'>(
    event: E,
    payload: Parameters<ToServer[E]>[0],
  ): void {
    if (this.#socket.connected)
      (this.#socket as unknown as { emit(event: string, payload: unknown): void }).emit(event, payload);
  }

  #lost(since: number): void {
    const { kind } = this.state.get();
    if (kind === 'offline' || kind === 'reconnecting') return;
    this.state.set({ kind: 'reconnecting', since });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.state.set({ kind: 'offline', since }), OFFLINE_AFTER_MS);
  }
}
