import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './frame';

/** The planning board. */
export class PlanningScreen {
  readonly board: Locator;
  readonly unplanned: Locator;

  constructor(readonly window: Page) {
    this.board = window.getByRole('group', { name: 'Planbord' });
    this.unplanned = window.getByRole('region', { name: 'Ongepland' });
  }

  async open(): Promise<void> {
    await goTo(this.window, 'Planbord');
    await expect(this.board).toBeVisible();
  }

  /** A work order on the board, anywhere or in the column of an employee. */
  block(number: string, lane?: string): Locator {
    const where = lane === undefined ? this.board : this.lane(lane);
    return where.getByRole('button', { name: new RegExp(`^Werkbon ${number},`) });
  }

  waiting(number: string): Locator {
    return this.unplanned.getByRole('button', { name: new RegExp(`^Werkbon ${number},`) });
  }

  /** The column (or, with a day, the cell) of an employee. */
  lane(name: string | RegExp): Locator {
    return this.board.getByRole('group', { name });
  }

  /** Where a time (`HH:MM`) lies in the column of an employee, px in the window; the column of an ordinary day. */
  async placeOf(lane: string, time: string): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.lane(lane).boundingBox();
    if (box === null) throw new Error(`${lane} is not on the board`);
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return { x: box.x + box.width / 2, y: box.y + (box.height * (hour * 60 + minute)) / 1440 };
  }

  /** Drags by mouse from one place to another, in steps as a hand does. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.window;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y + 6, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.up();
  }

  /** By the field with the date, `YYYY-MM-DD`. */
  async showDay(day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    await this.window.getByRole('group', { name: 'Ga naar dag' }).getByRole('spinbutton').first().click();
    await this.window.keyboard.type(`${date}${month}${year}`);
  }

  said(text: string | RegExp): Locator {
    return this.window.getByRole('alertdialog').filter({ hasText: text });
  }
}

/** The middle of an element, px in the window. */
export async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
