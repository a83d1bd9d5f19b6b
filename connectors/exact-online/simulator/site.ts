import type { DivisionBooks } from './division-books';
import type { SiteContent, User } from './model';

/** Rights of an app registration, as the vendor's reference names the scope of each resource. */
export const ALL_SCOPES = [
  'Crm accounts',
  'Crm quotes',
  'Logistics items',
  'Sales prices',
  'Sales invoices',
  'Sales orders',
  'Financial generalledgers',
  'Financial cashflow',
  'Financial accounting',
  'Organization administration',
  'Organization documents',
] as const;
export type Scope = (typeof ALL_SCOPES)[number];

/** One customer of the vendor: companies (divisions), users, and what the app may do. */
export class Site {
  private people: readonly User[];
  private withdrawn = new Set<Scope>();
  private userChanges = 0;

  constructor(
    readonly customerName: string,
    users: readonly User[],
    readonly divisions: readonly DivisionBooks[],
  ) {
    this.people = users;
  }

  /** Counts up with every change in any company. */
  get version(): number {
    return this.divisions.reduce((sum, division) => sum + division.version, this.userChanges);
  }

  get users(): readonly User[] {
    return this.people;
  }

  user(id: string): User | null {
    return this.people.find((user) => user.id === id) ?? null;
  }

  division(code: number): DivisionBooks | null {
    return this.divisions.find((division) => division.code === code) ?? null;
  }

  divisionsOf(user: User): readonly DivisionBooks[] {
    return this.divisions.filter((division) => user.divisions.includes(division.code));
  }

  changeUser(id: string, changes: Partial<User>): void {
    this.userChanges += 1;
    this.people = this.people.map((user) => (user.id === id ? { ...user, ...changes } : user));
  }

  mayUse(scope: Scope): boolean {
    return !this.withdrawn.has(scope);
  }

  withdraw(scopes: readonly Scope[]): void {
    for (const scope of scopes) this.withdrawn.add(scope);
  }

  grantAll(): void {
    this.withdrawn = new Set();
  }

  content(): SiteContent {
    return {
      customerName: this.customerName,
      users: this.people,
      divisions: this.divisions.map((division) => division.content()),
    };
  }
}
