import { open, readFile, rename } from 'node:fs/promises';
import { SimulatorStartError } from './contract';

/** Keeps simulated books in one JSON file, so that a practice administration survives a restart. */
export class BooksFile {
  private lastSave: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {}

  /** The stored value, or null when there is no file yet. */
  async load(): Promise<unknown> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw new SimulatorStartError('books-file-unreadable', `The books file ${this.path} is not JSON.`, {
        cause: error,
      });
    }
  }

  /** Replaces the file as a whole; resolves when it is on disk. Saves never overlap. */
  save(value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    const saved = this.lastSave.then(() => this.write(text));
    this.lastSave = saved.catch(() => undefined);
    return saved;
  }

  /** Resolves when no save is under way. */
  settled(): Promise<void> {
    return this.lastSave;
  }

  private async write(text: string): Promise<void> {
    const temporary = `${this.path}.new`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.path);
  }
}
