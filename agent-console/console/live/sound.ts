/**
 * The three signals, synthesised: told apart by rhythm and not by pitch alone, never two at once, no file to download.
 *
 * A browser lets a page sound only after somebody touched it, and may take that back: `state` says what is true now.
 */
import { Store } from './store.js';

export type SoundState = 'untested' | 'on' | 'blocked';

interface Note {
  hz: number;
  /** Seconds from the start. */
  at: number;
  for: number;
}

const signals: Record<'sos' | 'look' | 'call', readonly Note[]> = {
  sos: [
    { hz: 880, at: 0, for: 0.22 },
    { hz: 660, at: 0.28, for: 0.34 },
  ],
  look: [{ hz: 740, at: 0, for: 0.18 }],
  call: [{ hz: 330, at: 0, for: 0.4 }],
};

/** An alarm for a life is never fainter than this, whatever the preference. */
const SOS_LEAST_VOLUME = 0.4;
const ALLOWED_WITHIN_MS = 500;

export class Sounds {
  readonly state = new Store<SoundState>('untested');
  /** 0 to 1. */
  volume = 0.7;
  /** Everything but the SOS is silent. */
  #onlySos = false;
  #context: AudioContext | null = null;
  #busyUntil = 0;

  /** Must be called from a click or a key. True when the browser lets us sound. */
  async unlock(): Promise<boolean> {
    if (!this.#context) {
      this.#context = new AudioContext();
      this.#context.addEventListener('statechange', () => this.#look());
    }
    const resumed = this.#context.resume().catch(() => undefined);
    // A browser that does not let us sound leaves the promise open for ever: that is told too.
    await Promise.race([resumed, new Promise(resolve => setTimeout(resolve, ALLOWED_WITHIN_MS))]);
    this.#look();
    return this.state.get() === 'on';
  }

  /** The test of the start of shift: the very signal of an SOS. */
  async test(): Promise<boolean> {
    const on = await this.unlock();
    if (on) this.play('sos');
    return on;
  }

  /** Does nothing while another one sounds: one sound at a time. */
  play(signal: 'sos' | 'look' | 'call'): void {
    const context = this.#context;
    if (!context || context.state !== 'running' || (this.#onlySos && signal !== 'sos')) return;
    const now = context.currentTime;
    if (now < this.#busyUntil) return;
    const volume = signal === 'sos' ? Math.max(this.volume, SOS_LEAST_VOLUME) : this.volume;
    for (const note of signals[signal]) ring(context, note, now, volume);
    this.#busyUntil = now + Math.max(...signals[signal].map(note => note.at + note.for));
  }

  prefer({ onlySos }: { onlySos: boolean }): void {
    this.#onlySos = onlySos;
  }

  close(): void {
    void this.#context?.close().catch(() => undefined);
    this.#context = null;
    this.state.set('untested');
  }

  #look(): void {
    const state = this.#context?.state;
    this.state.set(state === 'running' ? 'on' : state === 'closed' ? 'untested' : 'blocked');
  }
}

/** One note with soft edges, so that it does not click. */
function ring(context: AudioContext, note: Note, start: number, volume: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const from = start + note.at;
  const to = from + note.for;
  oscillator.type = 'triangle';
  oscillator.frequency.value = note.hz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume * 0.5, from + 0.02);
  gain.gain.setValueAtTime(volume * 0.5, to - 0.05);
  gain.gain.linearRampToValueAtTime(0, to);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(to);
}
