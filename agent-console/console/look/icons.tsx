/** Our own drawings, 16 × 16, in the colour of the text beside them. Always beside a word or under a name. */
import type { RiskLevel } from '../../../bot/console/contract.js';

/** Strokes, except where a shape is filled. */
const paths = {
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  shield: <path d="M8 1.8l5 1.9v3.8c0 3.2-2 5.4-5 6.7-3-1.3-5-3.5-5-6.7V3.7z" />,
  late: <path d="M8 4.5V8l2.2 1.6M13.5 8A5.5 5.5 0 118 2.5M13.5 2.5v3h-3" />,
  wrench: <path d="M13.3 4.8a3.3 3.3 0 01-4.4 4L4.5 13.2a1.5 1.5 0 01-2-2L7 6.9a3.3 3.3 0 014-4.3L9 4.7l.3 2 2 .3z" />,
  warning: <path d="M8 2.2l6.2 11H1.8zM8 6.5v3M8 11.2v.6" />,
  dashed: (
    <path d="M2.5 4V2.5H4M6.5 2.5h3M12 2.5h1.5V4M13.5 6.5v3M13.5 12v1.5H12M9.5 13.5h-3M4 13.5H2.5V12M2.5 9.5v-3" />
  ),
  tick: <path d="M3 8.5l3.2 3.2L13 4.8" />,
  ticks: <path d="M1.2 8.5l3 3.2L10.4 5M6.8 10.6l1.1 1.1L14.8 5" />,
  eye: (
    <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 110 3.6 1.8 1.8 0 010-3.6z" />
  ),
  half: (
    <>
      <path d="M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11z" />
      <path d="M8 2.5v11a5.5 5.5 0 010-11z" fill="currentColor" />
    </>
  ),
  dots: <path d="M3 8h.6M7.7 8h.6M12.4 8h.6" strokeWidth="2" strokeLinecap="round" />,
  down: <path d="M3.5 6l4.5 4.5L12.5 6" />,
  back: <path d="M10 3.5L5.5 8l4.5 4.5" />,
  forward: <path d="M6 3.5L10.5 8 6 12.5" />,
  phone: <path d="M3 2.5h3l1.2 3.2-1.6 1.2c.8 1.6 1.9 2.7 3.5 3.5l1.2-1.6 3.2 1.2v3c-5.8.6-11.1-4.7-10.5-10.5z" />,
  place: (
    <path d="M8 14.2S3.4 9.6 3.4 6.3a4.6 4.6 0 119.2 0C12.6 9.6 8 14.2 8 14.2zM8 4.8a1.6 1.6 0 110 3.2 1.6 1.6 0 010-3.2z" />
  ),
  pen: <path d="M2.8 13.2l.8-3 7.4-7.4 2.2 2.2-7.4 7.4z" />,
  note: <path d="M3 2.5h10v7.8l-3.2 3.2H3zM13 10H9.7v3.3" />,
  star: <path d="M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z" />,
  mute: <path d="M2.5 6v4h2.4L8.5 13V3L4.9 6zM11 6l3.5 4M14.5 6L11 10" />,
  sound: <path d="M2.5 6v4h2.4L8.5 13V3L4.9 6zM10.8 6a3 3 0 010 4M12.6 4.4a5.2 5.2 0 010 7.2" />,
  queue: <path d="M2.5 4h11M2.5 8h11M2.5 12h7" />,
  chat: <path d="M2.5 3h11v8h-6l-3 2.6V11h-2z" />,
  facts: <path d="M3 2.5h10v11H3zM5.3 5.5h5.4M5.3 8h5.4M5.3 10.5h3" />,
  calendar: <path d="M2.5 3.8h11v9.7h-11zM2.5 6.8h11M5.3 2v3M10.7 2v3" />,
  help: <path d="M6 6.2a2 2 0 114 .1c0 1.4-2 1.5-2 3.1M8 11.4v.8" />,
  more: <path d="M3.5 8h.1M8 8h.1M12.4 8h.1" strokeWidth="2.4" strokeLinecap="round" />,
  /** Not real: an outline with gaps. */
  drill: <path d="M8 1.8L14.2 8 8 14.2 1.8 8z" strokeDasharray="3 1.4" />,
  robot: <path d="M3 5.5h10v7H3zM8 5.5V2.8M5.8 8.3v1.2M10.2 8.3v1.2" />,
  blocked: <path d="M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM4.2 11.8l7.6-7.6" />,
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  );
}

export type RiskShape = RiskLevel | 'unassessed';

/** The silhouette tells the level at 14 px without colour; filled when a person confirmed it, outlined while a machine says so. */
const shapes: Record<RiskShape, (filled: boolean) => React.ReactNode> = {
  imminent: filled => (
    <>
      <path d="M5.1 1.2h5.8l3.9 3.9v5.8l-3.9 3.9H5.1l-3.9-3.9V5.1z" fill={filled ? 'currentColor' : 'none'} />
      <path
        d="M8 4.2v4.6M8 10.8v1.2"
        stroke={filled ? 'var(--risk-paper, var(--c-canvas))' : 'currentColor'}
        strokeWidth="2"
      />
    </>
  ),
  high: filled => <path d="M8 2l6.6 11.6H1.4z" fill={filled ? 'currentColor' : 'none'} />,
  medium: filled => <path d="M8 1.6L14.4 8 8 14.4 1.6 8z" fill={filled ? 'currentColor' : 'none'} />,
  low: () => <path d="M8 2.4a5.6 5.6 0 100 11.2A5.6 5.6 0 008 2.4z" />,
  none: () => <path d="M8 2.4a5.6 5.6 0 100 11.2A5.6 5.6 0 008 2.4z" />,
  unassessed: () => <path d="M8 2.4a5.6 5.6 0 100 11.2A5.6 5.6 0 008 2.4z" strokeDasharray="2.2 2.2" />,
};

export function RiskIcon({ shape, filled, size = 14 }: { shape: RiskShape; filled: boolean; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[shape](filled)}
    </svg>
  );
}
