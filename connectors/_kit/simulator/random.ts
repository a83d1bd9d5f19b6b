/** Repeatable "random" values. Each stream has a name, so that a new one never changes the others. */
export class SeededRandom {
  private state: number;

  constructor(seed: number, stream: string) {
    let hash = 2166136261 ^ seed;
    for (let index = 0; index < stream.length; index += 1) {
      hash = Math.imul(hash ^ stream.charCodeAt(index), 16777619);
    }
    this.state = hash >>> 0;
  }

  /** Next fraction, 0 <= x < 1 (mulberry32). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** True in `share` of the cases, 0..1. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.fraction() * choices.length)];
    if (choice === undefined) throw new Error('Nothing to pick from');
    return choice;
  }

  text(length: number, alphabet: string): string {
    let text = '';
    for (let index = 0; index < length; index += 1) text += alphabet.charAt(this.whole(0, alphabet.length - 1));
    return text;
  }

  digits(length: number): string {
    return this.text(length, '0123456789');
  }

  /** A version 4 UUID in lower case. */
  uuid(): string {
    const parts = [this.word(), this.word(), this.word(), this.word()];
    const hex = parts.join('');
    const variant = '89ab'.charAt(this.whole(0, 3));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** Puts a copy in another order. */
  shuffled<T>(values: readonly T[]): T[] {
    const copy = [...values];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = this.whole(0, index);
      [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
    }
    return copy;
  }

  private word(): string {
    return Math.floor(this.fraction() * 4294967296)
      .toString(16)
      .padStart(8, '0');
  }
}
