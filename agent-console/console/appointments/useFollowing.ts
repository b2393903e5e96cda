/**
 * Asks for the appointments again while they are on the screen: soon after any conversation changed, for a booking is a
 * change of one, and now and then besides, for a hold runs out without one and not every conversation is in the queue.
 */
import { useEffect, useRef } from 'react';
import { useDesk } from '../look/app.js';

const BEAT_MS = 2_000;
/** After so many beats without a change. */
const QUIET_BEATS = 5;

export function useFollowing(isOnline: boolean, ask: () => void): void {
  const desk = useDesk();
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!isOnline) return undefined;
    let seen = desk.view.get().rows;
    let quiet = 0;
    const timer = setInterval(() => {
      const { rows } = desk.view.get();
      quiet = rows === seen ? quiet + 1 : QUIET_BEATS;
      if (document.hidden || quiet < QUIET_BEATS) return;
      [seen, quiet] = [rows, 0];
      latest.current();
    }, BEAT_MS);
    return () => clearInterval(timer);
  }, [desk, isOnline]);
}
