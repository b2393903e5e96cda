/**
 * Drills: an emergency that is none, on the real queue. Part of the contract, which hands it on; the console imports it
 * from there. The times are read from the turns of its conversation.
 */

/** From the call for help to what a person did; null until somebody does. */
export interface DrillTimes {
  takenMs: number | null;
  /** Her first words. */
  saidMs: number | null;
  /** The first call to an institution. */
  dialedMs: number | null;
}

/** The one that goes on. */
export interface DrillRunning {
  number: number;
  conversation: string;
  /** Pseudonym of the one who is not real. */
  name: string;
  /** Who started it. */
  by: string;
  startedAt: number;
  /** When it ends by itself. */
  endsAt: number;
  times: DrillTimes;
}

/** Recorded or discarded by whoever attended it; ended by whoever watches over it; nobody ended it. */
export type DrillOutcome = 'recorded' | 'discarded' | 'ended' | 'expired';

/** One that is over. */
export interface DrillPast extends Omit<DrillRunning, 'endsAt'> {
  endedAt: number;
  outcome: DrillOutcome;
  /** Who ended it; null where it ended by itself. */
  endedBy: string | null;
  /** How many calls to people on call were made, how many arrived, and who said that she saw to it. */
  paged: { calls: number; reached: number; acknowledgedBy: string | null; acknowledgedMs: number | null };
}

/** Client → `drill`: to start one, or to end the one that goes on. */
export interface DrillRequest {
  do: 'start' | 'end';
}

/** The one that goes on, and the last ones, the latest first. Also GET /console/api/drills. */
export interface DrillsView {
  running: DrillRunning | null;
  past: DrillPast[];
}
