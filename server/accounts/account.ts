/** Whoever may sign in to the console. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Lower-cased, unique. */
  readonly email: string;
  readonly phone: string;
  /** argon2id, with its parameters. */
  readonly passwordHash: string;
  /** Raised by a new password; sessions begun before are over. */
  readonly signInVersion: number;
  readonly createdAt: Date;
}
