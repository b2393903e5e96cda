/** `cauce bench`: what a durable turn costs here, beside the least that could be called one. */
import { bench, FULL, type Measured, QUICK, type Report } from '../bench/bench.js';
import { figure } from '../bench/figures.js';
import { serveMinimal } from '../bench/minimal.js';
import type { Command, Io } from './command.js';

export const benchCommand: Command = {
  name: 'bench',
  about: 'Mide turnos durables por HTTP junto a un servidor mínimo, y lo que se pierde con kill -9.',
  usage: '[--quick] [--json]',
  example: 'npm run bench -- --quick',
  // `--minimal FOLDER` is how the bench starts the other server of the comparison.
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, minimal: { type: 'string' } },
  arguments: { least: 0, most: 0 },
  async run({ values }, io) {
    if (typeof values.minimal === 'string') {
      serveMinimal(values.minimal, port => io.out(String(port)));
      return new Promise(() => undefined);
    }
    const report = await bench(io.root, values.quick ? QUICK : FULL, {
      doing: what => io.err(`… ${what}`),
      measured: part => {
        if (!values.json) for (const line of linesOf(part)) io.out(line);
      },
    });
    if (values.json) io.out(JSON.stringify(report));
    else print(report, io);
    return report.kills.lost + report.kills.repeated > 0 ? 1 : 0;
  },
};

const HEAD = '                            turns/s  CPU µs/turn   p50 ms   p95 ms   p99 ms   most ms   MB';

/** The figures of one part, as soon as they are there: whoever waits ten minutes sees what there is, and keeps it. */
export function linesOf({ inside, minimal, few, many }: Partial<Report>): string[] {
  return [
    ...(inside ? insideLines(inside) : []),
    ...(minimal ? ['', HEAD, row('minimal server', minimal)] : []),
    ...[few, many].flatMap(one => (one ? [row(`service, ${one.open} open`, one)] : [])),
  ];
}

const insideLines = ({ transition, sense, verify, states }: Report['inside']): string[] => [
  `one transition                               ${figure(transition)} µs`,
  `sense of one message                         ${figure(sense)} µs`,
  `verify of the largest protocol               ${figure(verify)} ms, ${states} configurations`,
];

/** What follows from the parts together. */
function print({ few, many, ratio, growth, kills, started }: Report, { out }: Io): void {
  out('');
  out(`service / minimal, turns per second          ${ratio.toFixed(2)}   (at least 0.35, aim 0.7)`);
  out(`CPU per turn, ${many.open} over ${few.open} open`.padEnd(45) + `${growth.toFixed(2)}   (at most 1.3, aim 1.05)`);
  out(
    `kill -9, ${kills.rounds} times: of ${kills.acknowledged} acknowledged`.padEnd(45) +
      `${kills.lost} lost, ${kills.repeated} repeated`,
  );
  out(
    `start: first, and with ${many.open} open`.padEnd(45) +
      `${figure(started.first / 1_000)} s, ${figure(started.many / 1_000)} s`,
  );
}

function row(name: string, { rate, cpu, latency, memoryMb, refused }: Measured): string {
  const { p50, p95, p99, most } = latency;
  const cells = [
    figure(rate),
    cpu === null ? '?' : figure(cpu),
    figure(p50),
    figure(p95),
    figure(p99),
    figure(most),
    memoryMb === null ? '?' : figure(memoryMb),
  ];
  const widths = [8, 12, 8, 8, 8, 9, 5];
  const wrong = refused > 0 ? `  ${refused} refused` : '';
  return `${name.padEnd(26)} ${cells.map((cell, i) => cell.padStart(widths[i]!)).join(' ')}${wrong}`;
}
