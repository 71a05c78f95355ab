import { cpus } from 'node:os';
import type { Line } from './figure';

/** How figures are printed: a table for people, a line of JSON for machines. */

export function jsonLine({ name, ratio, target, ok }: Line): string {
  return JSON.stringify({ name, ratio: Number(ratio.toFixed(3)), target, ok });
}

const HEADINGS = ['name', 'ours', 'floor', 'ratio', 'target', ''];

export function table(lines: readonly Line[]): string {
  const rows = [HEADINGS, ...lines.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const drawn = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return [...drawn, ...short(lines).map((sentence) => `\n${sentence}`)].join('\n');
}

/** What is kept of a run: the figures, what falls short and why, and the machine. */
export function report(lines: readonly Line[]): string {
  const rows = [HEADINGS, HEADINGS.map(() => '---'), ...lines.map(cells)];
  return [
    '# Measured',
    '',
    `\`npm run bench\` on ${machine()}. Every figure stands beside its floor, measured in the same run, turn by turn; medians, and medians of the ratios.`,
    '',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    ...short(lines).flatMap((sentence) => [sentence, '']),
  ].join('\n');
}

function cells({ name, ours, floor, ratio, target, bound, ok }: Line): string[] {
  const goal = `${bound === 'most' ? '≤' : '≥'} ${target}`;
  return [name, ours, floor, ratio.toFixed(2), goal, ok ? 'ok' : 'short'];
}

function short(lines: readonly Line[]): string[] {
  return lines.flatMap(({ name, rest, ok }) => (ok || rest === null ? [] : [`${name} falls short. ${rest}`]));
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${process.platform}, Node ${process.versions.node}`;
}
