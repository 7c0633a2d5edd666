import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerQuiz(_program: Command, _host: Host): void {}
