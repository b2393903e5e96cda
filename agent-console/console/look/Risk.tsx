/** A level of risk, four ways at once: shape, word, colour; the place is the list's. */
import type { RiskLevel } from '../../../bot/console/contract.js';
import { useSay } from './app.js';
import { RiskIcon, type RiskShape } from './icons.js';
import styles from './Risk.module.css';

interface RiskProps {
  level: RiskLevel;
  /** False while nothing is known. */
  assessed?: boolean;
  /** A person confirmed it. */
  confirmed: boolean;
  /** The shape alone; the word is read, not seen. */
  quiet?: boolean;
  size?: number;
}

export const shapeOf = (level: RiskLevel, assessed: boolean): RiskShape =>
  !assessed && (level === 'none' || level === 'low') ? 'unassessed' : level;

/** The colour that goes with a level. */
export const toneOf = (level: RiskLevel): 'imminent' | 'high' | 'medium' | 'low' => (level === 'none' ? 'low' : level);

export function Risk({ level, assessed = true, confirmed, quiet = false, size = 14 }: RiskProps) {
  const t = useSay();
  const shape = shapeOf(level, assessed);
  return (
    <span className={styles.risk} data-tone={toneOf(level)}>
      <RiskIcon shape={shape} filled={confirmed} size={size} />
      <span className={quiet ? 'hidden' : styles.word}>{t(`risk.${shape}`)}</span>
    </span>
  );
}
