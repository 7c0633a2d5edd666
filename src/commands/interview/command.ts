import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerInterview(_program: Command, _host: Host): void {}
