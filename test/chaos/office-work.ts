/** What the office changes in its books during a world, and what it must then find in Simon. */
import type { SeededRandom } from '../../connectors/_kit/simulator/random';
import type { Office } from './offices/office';

/** Stands on every document; its text and price may change. */
const STANDARD_ARTICLE = 'VOORRIJ';
/** Customers that come and go are called so; no work is done for them. */
export const PASSING_CUSTOMER = 'Passant';

export class OfficeWork {
  private readonly passing: string[] = [];
  private readonly extraArticles: string[] = [];
  private turn = 0;

  constructor(
    private readonly office: Office,
    private readonly random: SeededRandom,
  ) {}

  /** One change, of any kind. */
  change(): void {
    const { office, random } = this;
    this.turn += 1;
    const price = `${random.whole(10, 99)}.${random.whole(10, 99)}`;
    random.pick([
      () => office.describeArticle(STANDARD_ARTICLE, `Voorrijkosten ${this.turn}`),
      () => office.priceArticle(STANDARD_ARTICLE, price),
      () => this.renameCustomer(),
      () => this.addCustomer(),
      () => this.endCustomer(),
      () => this.addArticle(price),
      () => this.endArticle(),
    ])();
  }

  private renameCustomer(): void {
    const regular = this.office.customers().filter(({ name }) => !name.startsWith(PASSING_CUSTOMER));
    this.office.renameCustomer(this.random.pick(regular).number, `Klant ${this.turn}`);
  }

  private addCustomer(): void {
    const name = `${PASSING_CUSTOMER} ${this.turn}`;
    this.office.addCustomer(name);
    this.passing.push(name);
  }

  private endCustomer(): void {
    const name = this.passing.shift();
    if (name !== undefined) this.office.endCustomer(name);
  }

  private addArticle(price: string): void {
    const code = `EXTRA${this.turn}`;
    this.office.addArticle({ code, description: `Extra ${this.turn}`, price });
    this.extraArticles.push(code);
  }

  private endArticle(): void {
    const code = this.extraArticles.shift();
    if (code !== undefined) this.office.endArticle(code);
  }
}
