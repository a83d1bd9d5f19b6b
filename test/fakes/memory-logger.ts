import type { Logger } from '../../main/ports';

/** Keeps what was logged. A test that expects no bugs looks at `bugs`. */
export class MemoryLogger implements Logger {
  readonly lines: string[] = [];
  readonly bugs: unknown[] = [];

  readonly info: Logger['info'] = (area, message, fields) => this.keep('info', area, message, fields);
  readonly warn: Logger['warn'] = (area, message, fields) => this.keep('warn', area, message, fields);
  readonly bug: Logger['bug'] = (area, error) => {
    this.bugs.push(error);
    this.keep('bug', area, String(error));
    return `bug-${this.bugs.length}`;
  };

  private keep(level: string, area: string, message: string, fields?: Readonly<Record<string, unknown>>): void {
    this.lines.push([level, area, message, JSON.stringify(fields ?? {})].join(' '));
  }
}
